package com.example.slcan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Value;
import org.plumbline.text.Text;

/** Where one signal is: which frame, and which bytes of it or its time stamp. */
record SlcanSignal(SignalSpec spec, String id, boolean timestamp, CanNumber type, int first, double scale) {

    private static final String TIMESTAMP = "timestamp";

    static SlcanSignal of(SignalSpec spec) {
        Settings settings = spec.settings();
        String type = settings.text("type").orElse("u8");
        List<String> types = new ArrayList<>(CanNumber.keys());
        types.add(TIMESTAMP);
        Wrong.unless(types.contains(type), settings, "type", "应为 " + types + " 之一", "it must be one of " + types);
        boolean timestamp = type.equals(TIMESTAMP);
        for (String key : List.of("byte", "scale")) {
            Wrong.unless(!timestamp || !settings.keys().contains(key), settings, key, "时间戳不用它", "a timestamp has none");
        }
        CanNumber number = timestamp ? CanNumber.U8 : CanNumber.of(type);
        int first = settings.integer("byte").orElse(0);
        int last = SlcanFrame.MOST - number.size();
        Wrong.unless(
                first >= 0 && first <= last,
                settings,
                "byte",
                "一帧最多 8 字节，应为 0 至 " + last,
                "a frame has 8 bytes at most: it must be from 0 to " + last);
        return new SlcanSignal(
                spec,
                CanId.of(settings),
                timestamp,
                number,
                first,
                settings.number("scale").orElse(1.0));
    }

    /** Gives its sample, where the frame is its own, or says that it has none; a remote frame asks for the data. */
    void from(SlcanFrame frame, ByteOrder order, DecodeSink sink) {
        if (!frame.id().equals(id)) {
            return;
        }
        if (timestamp) {
            frame.timestamp()
                    .filter(millis -> millis <= SlcanFrame.LATEST)
                    .ifPresentOrElse(millis -> sink.sample(spec, new Value.Numeric(millis)), () -> sink.absent(spec));
        } else if (!frame.remote()) {
            number(frame.data(), order, sink);
        }
    }

    private void number(byte[] data, ByteOrder order, DecodeSink sink) {
        if (first + type.size() > data.length) {
            sink.absent(spec);
            sink.refused(FrameError.LENGTH, new Text("%s 有 %d 字节", "%s has %d bytes").with(id, data.length));
            return;
        }
        double value = type.read(ByteBuffer.wrap(data).order(order).position(first)) * scale;
        if (Double.isFinite(value)) {
            sink.sample(spec, new Value.Numeric(value));
        } else {
            sink.unreadable(spec, new Text("%s 中不是有限的数", "%s holds no finite number").with(id));
        }
    }
}
