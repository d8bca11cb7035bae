package org.plumbline.nmea;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.channel.Packet;
import org.plumbline.scaling.Scaling;
import org.plumbline.template.Template;

/**
 * NMEA 0183 (IEC 61162-1): any sentence by field index. Own parser: marineapi interprets known sentences, while a
 * conformance test needs any field of any sentence, each error by kind, and the bytes as they came.
 */
public final class Nmea0183Codec implements Codec {

    @Override
    public String name() {
        return "nmea-0183";
    }

    @Override
    public Optional<Carriage> reads() {
        return Optional.of(Carriage.STREAM);
    }

    @Override
    public List<Key> channelKeys() {
        return List.of();
    }

    @Override
    public List<Key> signalKeys() {
        return List.of(
                Key.required(
                        "sentence",
                        Key.Type.TEXT,
                        "语句标识，如 DPT 或 SDDPT；与 tag 同用时可写 *，即任何语句",
                        "the sentence, such as DPT or SDDPT; with tag also *, for any"),
                Key.optional("field", Key.Type.INTEGER, "字段序号，从 1 开始", "the field's number, from 1"),
                Key.optional(
                        "tag",
                        Key.Type.TEXT,
                        "TAG 块的参数，如 c（时间）或 s（来源），代替 field",
                        "a parameter of the TAG block, such as c (time) or s (source), in place of the field"),
                Key.optional(
                        "where",
                        Key.Type.TEXT_MAP,
                        "同一语句中其他字段须有的文本，按字段序号，如 {4: PTCH}",
                        "what other fields of the sentence must be, by their numbers, such as {4: PTCH}"),
                Key.optional(
                        "type",
                        Key.Type.TEXT,
                        "number；text；latitude 或 longitude：ddmm.mm 形式的位置，其半球在下一字段，以度为单位（默认 number）",
                        "number; text; latitude or longitude: a position as ddmm.mm with its hemisphere in the next field, in"
                                + " degrees (default number)"),
                Scaling.SCALE,
                Scaling.OFFSET);
    }

    @Override
    public List<Key> commandKeys() {
        return List.of(
                Key.required(
                        "sentence",
                        Key.Type.TEXT,
                        "语句内容，不含 $ 和校验和，如 PXYZ,SET,{value}；以 ! 开头的语句写出 !",
                        "the sentence without $ and checksum, such as PXYZ,SET,{value}; with its ! where it begins with one"),
                Key.optional(
                        "tag-block",
                        Key.Type.TEXT,
                        "其前 TAG 块的参数，如 s:bench,c:{time}（默认无）",
                        "parameters of a TAG block before it, such as s:bench,c:{time} (default none)"));
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
        return new Nmea0183Decoder(signals.stream().map(Nmea0183Field::of).toList());
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        Template body = new Template(command.settings().text("sentence").orElseThrow());
        Optional<Template> tags = command.settings().text("tag-block").map(Template::new);
        return parameters -> {
            byte[] block = tags.map(content -> TagBlock.encode(content.fill(parameters)))
                    .orElse(new byte[0]);
            byte[] sentence = Nmea0183Sentence.encode(body.fill(parameters));
            byte[] line = Arrays.copyOf(block, block.length + sentence.length);
            System.arraycopy(sentence, 0, line, block.length, sentence.length);
            return Packet.of(line);
        };
    }
}
