package org.plumbline.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Packet;
import org.plumbline.text.Text;

/** Which of its two forms Modbus has on a channel where nothing decodes. */
record ModbusForm(ChannelSpec channel, Adapters adapters) {

    private static final String RTU = "modbus-rtu";
    private static final String TCP = "modbus-tcp";

    private static final int PORT = 502;

    /** The other codec, where the bytes prove it. */
    Optional<Text> setting(Heard heard) {
        return switch (channel.codec()) {
            case RTU ->
                isAtTheEnd(heard.tail())
                        ? Optional.of(
                                new Text(
                                        "收到的字节带 MBAP 头，对方用的是 Modbus TCP；请写 codec: modbus-tcp",
                                        "the bytes have an MBAP header: the other side speaks Modbus TCP; write codec: modbus-tcp"))
                        : Optional.empty();
            case TCP ->
                is(RTU, heard.lastFrame().payload())
                        ? Optional.of(new Text(
                                "收到的是带 CRC 的 Modbus RTU 帧；请写 codec: modbus-rtu",
                                "what comes is a frame of Modbus RTU with its CRC; write codec: modbus-rtu"))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The other codec, where only the port speaks for it. */
    Text guess() {
        boolean usual = channel.settings().integer("port").equals(Optional.of(PORT));
        return usual && channel.codec().equals(RTU)
                ? new Text(
                        "；端口 502 通常是 Modbus TCP（codec: modbus-tcp）",
                        "; port 502 is usually Modbus TCP (codec: modbus-tcp)")
                : Text.same("");
    }

    /** What an RTU master takes the header for may end anywhere in it; the newest answer is there as a whole. */
    private boolean isAtTheEnd(byte[] bytes) {
        return IntStream.range(0, bytes.length).anyMatch(at -> is(TCP, Arrays.copyOfRange(bytes, at, bytes.length)));
    }

    private boolean is(String codec, byte[] bytes) {
        ChannelSpec other =
                new ChannelSpec(channel.name(), channel.owner(), channel.transport(), codec, Settings.of(Map.of()));
        return adapters.codec(codec)
                .map(known -> known.decoder(other, List.of()))
                .flatMap(decoder -> decoder.kind(Packet.of(bytes)))
                .isPresent();
    }
}
