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

/** Where one signal is: which frame, and which bytes of it or its time stamp. */
record SlcanSignal(SignalSpec spec, String id, boolean timestamp, CanNumber type, int first, double scale) {

    private static final String TIMESTAMP = "timestamp";

    static SlcanSignal of(SignalSpec spec) {
        Settings settings = spec.settings();
        String type = settings.text("type").orElse("u8");
        List<String> types = new ArrayList<>(CanNumber.keys());
        types.add(TIMESTAMP);
        Wrong.unless(types.contains(type), settings, "type", "应为 " + types + " 之一", "it must be one of " + types);
        Wrong.unless(
                !type.equals(TIMESTAMP) || !settings.keys().contains("scale"),
                settings,
                "scale",
                "时间戳不用 scale",
                "a timestamp has none");
        int first = settings.integer("byte").orElse(0);
        Wrong.unless(first >= 0 && first < 8, settings, "byte", "应为 0 至 7", "it must be from 0 to 7");
        return new SlcanSignal(
                spec,
                CanId.of(settings),
                type.equals(TIMESTAMP),
                type.equals(TIMESTAMP) ? CanNumber.U8 : CanNumber.of(type),
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
                    .ifPresentOrElse(millis -> sink.sample(spec, new Value.Numeric(millis)), () -> sink.absent(spec));
        } else if (!frame.remote()) {
            number(frame.data(), order, sink);
        }
    }

    private void number(byte[] data, ByteOrder order, DecodeSink sink) {
        if (first + type.size() > data.length) {
            sink.absent(spec);
            sink.refused(FrameError.LENGTH, "%s has %d bytes".formatted(id, data.length));
            return;
        }
        double value = type.read(ByteBuffer.wrap(data).order(order).position(first)) * scale;
        if (Double.isFinite(value)) {
            sink.sample(spec, new Value.Numeric(value));
        } else {
            sink.unreadable(spec, id + " holds no finite number");
        }
    }
}
