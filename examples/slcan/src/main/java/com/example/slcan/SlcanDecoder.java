package com.example.slcan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.text.Text;

/** Cuts the stream into lines: each is a frame, an answer of the adapter, or an error; every byte is handed on. */
final class SlcanDecoder implements Decoder {

    private static final byte CARRIAGE_RETURN = '\r';
    private static final byte BELL = 7;

    /** An extended frame of 8 bytes with its time has 30 characters; answers are shorter. */
    private static final int BOUND = 64;

    /** Done; sent; version, serial number and status. */
    private static final Pattern ANSWER = Pattern.compile("[zZ]?|V\\p{XDigit}{4}|v\\w{1,8}|N\\w{4}|F\\p{XDigit}{2}");

    private static final Text NO_FRAME = new Text("不是帧", "not a frame");

    private final ByteOrder order;
    private final List<SlcanSignal> signals;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    SlcanDecoder(ByteOrder order, List<SlcanSignal> signals) {
        this.order = order;
        this.signals = signals;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        for (byte b : packet.payload()) {
            if (b == BELL) {
                rest(time, sink);
                sink.frame(time, Packet.of(new byte[] {BELL}));
                sink.error(FrameError.EXCEPTION, new Text("适配器拒绝命令", "the adapter refuses a command"));
                sink.declined(new Text("适配器拒绝", "the adapter refuses it"));
                continue;
            }
            line.write(b);
            if (b == CARRIAGE_RETURN) {
                line(time, sink);
            } else if (line.size() == BOUND) {
                rest(time, sink);
            }
        }
    }

    @Override
    public void broken(long time, DecodeSink sink) {
        rest(time, sink);
    }

    /** On a bus frames are told apart by their identifiers. */
    @Override
    public Optional<String> kind(Packet frame) {
        return SlcanFrame.read(frame.text().strip()) instanceof SlcanFrame.Read.Whole whole
                ? Optional.of("id " + whole.frame().id())
                : Optional.empty();
    }

    /** Bytes of which no line can come any more. */
    private void rest(long time, DecodeSink sink) {
        if (line.size() > 0) {
            sink.frame(time, Packet.of(line.toByteArray()));
            sink.error(FrameError.SYNTAX, NO_FRAME);
            line.reset();
        }
    }

    private void line(long time, DecodeSink sink) {
        byte[] bytes = line.toByteArray();
        line.reset();
        sink.frame(time, Packet.of(bytes));
        String text = new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1);
        if (ANSWER.matcher(text).matches()) {
            return;
        }
        SlcanFrame.Read read = SlcanFrame.read(text);
        if (read instanceof SlcanFrame.Read.Whole whole) {
            whole.frame()
                    .timestamp()
                    .filter(millis -> millis > SlcanFrame.LATEST)
                    .ifPresent(millis -> sink.error(
                            FrameError.SYNTAX,
                            new Text("时间戳 %d ms 超出 59999", "the time stamp %d ms is over 59999").with(millis)));
            signals.forEach(signal -> signal.from(whole.frame(), order, sink));
        } else if (read instanceof SlcanFrame.Read.WrongLength wrong) {
            sink.error(
                    FrameError.LENGTH,
                    new Text("数据有 %d 位，应为 %d 位", "%d digits of data for %d").with(wrong.given(), wrong.expected()));
        } else {
            sink.error(FrameError.SYNTAX, NO_FRAME);
        }
    }
}
