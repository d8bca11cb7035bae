package com.example.slcan;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.channel.Packet;

/** CAN by way of an adapter that speaks text on a serial line (Lawicel CAN232 and its many relatives). */
public final class SlcanCodec implements Codec {

    /** Without braces: nothing is filled in. */
    private static final Pattern LINE = Pattern.compile("[ -~&&[^{}]]*");

    @Override
    public String name() {
        return "slcan";
    }

    /** Not of messages, as over MQTT. */
    @Override
    public Optional<Carriage> reads() {
        return Optional.of(Carriage.STREAM);
    }

    @Override
    public List<Key> channelKeys() {
        return List.of(Key.optional(
                "byte-order",
                Key.Type.TEXT,
                "数据的字节序 little 或 big（默认 little）",
                "byte order of the data, little or big (default little)"));
    }

    @Override
    public List<Key> signalKeys() {
        return List.of(
                Key.required(
                        "id",
                        Key.Type.TEXT,
                        "标识符，3 位或 8 位（扩展帧）十六进制数",
                        "the identifier, 3 hexadecimal digits, 8 of an extended frame"),
                Key.optional(
                        "type",
                        Key.Type.TEXT,
                        "u8、i8、u16、i16、u32、i32、f32，或 timestamp: 适配器的时间戳，ms（默认 u8）",
                        "u8, i8, u16, i16, u32, i32, f32, or timestamp: the adapter's own, in ms (default u8)"),
                Key.optional("byte", Key.Type.INTEGER, "首字节，从 0 数起（默认 0）", "the first byte, from 0 (default 0)"),
                Key.optional(
                        "scale", Key.Type.NUMBER, "原始值所乘的系数（默认 1）", "what the raw value is multiplied by (default 1)"));
    }

    @Override
    public List<Key> commandKeys() {
        return List.of(
                Key.optional("id", Key.Type.TEXT, "标识符", "the identifier"),
                Key.optional(
                        "data",
                        Key.Type.TEXT,
                        "十六进制字节与 {参数:类型}，以空格隔开（默认无）",
                        "hexadecimal bytes and {parameter:type} with spaces between (default none)"),
                Key.optional(
                        "remote",
                        Key.Type.INTEGER,
                        "发远程帧，请求这么多字节（默认不是远程帧）",
                        "send a remote frame that asks for so many bytes (default not a remote frame)"),
                Key.optional(
                        "line",
                        Key.Type.TEXT,
                        "给适配器本身的命令，代替 id，如 S6 或 O",
                        "a command to the adapter itself in place of id, such as S6 or O"));
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
        return new SlcanDecoder(
                order(channel.settings()), signals.stream().map(SlcanSignal::of).toList());
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        Settings settings = command.settings();
        ByteOrder order = order(channel.settings());
        if (settings.keys().contains("line")) {
            return line(settings);
        }
        return new SlcanEncoder(settings, order);
    }

    private static Encoder line(Settings settings) {
        Wrong.unless(
                Collections.disjoint(settings.keys(), List.of("id", "data", "remote")),
                settings,
                "line",
                "line 不能与 id、data、remote 同时写",
                "it goes with no id, data or remote: leave out the one or the other");
        String line = settings.text("line").orElseThrow();
        Wrong.unless(
                LINE.matcher(line).matches(),
                settings,
                "line",
                "请写一行可打印的 ASCII 字符；其中不能有参数",
                "write one line of printable ASCII characters; it has no parameters");
        Packet packet = Packet.of((line + "\r").getBytes(StandardCharsets.US_ASCII));
        return parameters -> packet;
    }

    private static ByteOrder order(Settings settings) {
        String order = settings.text("byte-order").orElse("little");
        Wrong.unless(
                order.equals("little") || order.equals("big"),
                settings,
                "byte-order",
                "请写 little 或 big",
                "write little or big");
        return order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
}
