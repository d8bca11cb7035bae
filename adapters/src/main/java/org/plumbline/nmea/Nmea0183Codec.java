package org.plumbline.nmea;

import java.util.List;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.channel.Packet;
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
    public List<Key> channelKeys() {
        return List.of();
    }

    @Override
    public List<Key> signalKeys() {
        return List.of(
                Key.required("sentence", Key.Type.TEXT, "语句标识，如 DPT 或 SDDPT", "the sentence, such as DPT or SDDPT"),
                Key.required("field", Key.Type.INTEGER, "字段序号，从 1 开始", "the field's number, from 1"),
                Key.optional("type", Key.Type.TEXT, "number 或 text（默认 number）", "number or text (default number)"));
    }

    @Override
    public List<Key> commandKeys() {
        return List.of(Key.required(
                "sentence",
                Key.Type.TEXT,
                "语句内容，不含 $ 和校验和，如 PXYZ,SET,{value}",
                "the sentence without $ and checksum, such as PXYZ,SET,{value}"));
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
        return new Nmea0183Decoder(signals.stream().map(Nmea0183Field::of).toList());
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        Template body = new Template(command.settings().text("sentence").orElseThrow());
        return parameters -> Packet.of(Nmea0183Sentence.encode(body.fill(parameters)));
    }
}
