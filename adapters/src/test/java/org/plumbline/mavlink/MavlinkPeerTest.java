package org.plumbline.mavlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;
import io.dronefleet.mavlink.ardupilotmega.ArdupilotmegaDialect;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.protocol.MavlinkPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;

/** Against another implementation of MAVLink, in both directions. */
class MavlinkPeerTest {

    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    /** By message id; the CRC_EXTRA depends on the names, types and lengths of all base fields in their order. */
    private static Map<Integer, Integer> crcExtras() {
        Map<Integer, Integer> extras = new HashMap<>();
        for (Class<?> type : new ArdupilotmegaDialect().messageTypes()) {
            MavlinkMessageInfo info = type.getAnnotation(MavlinkMessageInfo.class);
            extras.put(info.id(), info.crc());
        }
        return extras;
    }

    @Test
    void agreesOnEveryDefinition() {
        Map<Integer, Integer> extras = crcExtras();
        assertThat(extras).hasSizeGreaterThan(290).allSatisfy((id, extra) -> assertThat(Definitions.message(id))
                .as("message %d", id)
                .extracting(MessageDefinition::crcExtra)
                .isEqualTo(extra));
    }

    @Test
    void isUnderstoodByThePeer() throws IOException {
        Encoder arm = encoder(
                Map.of(),
                "COMMAND_LONG",
                Map.of("target_system", 1, "command", "MAV_CMD_COMPONENT_ARM_DISARM", "param1", "{on}"));
        Encoder parameter = encoder(
                Map.of("mavlink-version", 1, "system-id", 7),
                "PARAM_SET",
                Map.of("param_id", "FS_GCS_TIMEOUT", "param_value", 2.5, "param_type", "MAV_PARAM_TYPE_REAL32"));
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.write(arm.encode(Map.of("on", "1"), Instant.EPOCH).payload());
        wire.write(parameter.encode(Map.of(), Instant.EPOCH).payload());
        MavlinkConnection peer = MavlinkConnection.create(new ByteArrayInputStream(wire.toByteArray()), wire);
        assertThat(peer.next().getPayload()).isInstanceOfSatisfying(CommandLong.class, sent -> {
            assertThat(sent.command().entry()).isEqualTo(MavCmd.MAV_CMD_COMPONENT_ARM_DISARM);
            assertThat(sent.param1()).isEqualTo(1);
            assertThat(sent.targetSystem()).isEqualTo(1);
        });
        var second = peer.next();
        assertThat(second.getOriginSystemId()).isEqualTo(7);
        assertThat(second.getPayload()).isInstanceOfSatisfying(ParamSet.class, sent -> {
            assertThat(sent.paramId()).isEqualTo("FS_GCS_TIMEOUT");
            assertThat(sent.paramValue()).isEqualTo(2.5f);
        });
    }

    private static Encoder encoder(Map<String, ?> channel, String message, Map<String, ?> fields) {
        return new MavlinkCodec()
                .encoder(
                        Heard.channel("mavlink", channel), Heard.command(Map.of("message", message, "fields", fields)));
    }

    /** Seeded random payloads of every message that both know. */
    @Test
    void framesAreTheSameBytes() {
        Random random = new Random(20_261_126);
        crcExtras().forEach((id, extra) -> {
            MessageDefinition message = Definitions.message(id);
            byte[] payload = new byte[message.fullLength()];
            random.nextBytes(payload);
            payload[payload.length - 1] = 1;
            int sequence = random.nextInt(256);
            assertThat(MavlinkFrame.of(2, 0, sequence, 255, 190, message, payload)
                            .bytes())
                    .as(message.name())
                    .isEqualTo(MavlinkPacket.createUnsignedMavlink2Packet(sequence, 255, 190, id, extra, payload)
                            .getRawBytes());
            if (id < 256) {
                byte[] base = Arrays.copyOf(payload, message.baseLength());
                assertThat(MavlinkFrame.of(1, 0, sequence, 255, 190, message, payload)
                                .bytes())
                        .as(message.name())
                        .isEqualTo(MavlinkPacket.createMavlink1Packet(sequence, 255, 190, id, extra, base)
                                .getRawBytes());
            }
        });
    }

    private static byte[] signed(int sequence, long stamp, byte[] payload) {
        return MavlinkPacket.createSignedMavlink2Packet(
                        sequence, 1, 1, 0, 50, payload, 3, stamp, HexFormat.of().parseHex(KEY))
                .getRawBytes();
    }

    @Test
    void signaturesOfThePeerAreChecked() throws IOException {
        byte[] payload = HexFormat.of().parseHex("130000000C03510303");
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.write(signed(0, 1000, payload));
        wire.write(signed(1, 1001, payload));
        wire.write(signed(1, 1001, payload));
        wire.write(MavlinkPacket.createUnsignedMavlink2Packet(2, 1, 1, 0, 50, payload)
                .getRawBytes());
        wire.write(signed(3, 1L << 47, payload));
        Heard heard = new Heard();
        new MavlinkCodec()
                .decoder(
                        Heard.channel("mavlink", Map.of("signing-key", KEY)),
                        List.of(Heard.signal("seq", Map.of("message", "*", "field", "seq"))))
                .decode(1, Packet.of(wire.toByteArray()), heard);
        assertThat(heard.lines())
                .containsExactly(
                        "seq=0",
                        "seq=1",
                        "checksum: the signature's time stamp 1001 is not after 1001",
                        "syntax: the frame is not signed",
                        "lost: 1/1: 2",
                        "seq=3");
    }
}
