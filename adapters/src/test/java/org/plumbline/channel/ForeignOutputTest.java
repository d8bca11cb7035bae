package org.plumbline.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;

/** What devices send, as their makers' documents print it, read by a declaration as a laboratory writes it. */
class ForeignOutputTest {

    private static final String LINES = "{transport: serial, port: nowhere, codec: lines, pattern: '%s'}";
    private static final String MQTT =
            "{transport: mqtt, broker: \"tcp://localhost:1\", subscribe: \"#\", codec: json}";

    /** Marlin's M114 (MarlinDocumentation, _gcode/M114.md); 80 steps of Y are a millimetre, and so the two agree. */
    private static Arguments position() {
        return arguments(
                LINES.formatted("X:(?<x>\\S+) Y:(?<y>\\S+) Z:(?<z>\\S+) E:\\S+ Count X: ?\\S+ Y:(?<steps>\\S+) .*"),
                """
                  x: {channel: wire, group: x, unit: mm}
                  y: {channel: wire, group: y, unit: mm}
                  z: {channel: wire, group: z, unit: mm}
                  steps: {channel: wire, group: steps, scale: 0.0125, unit: mm}
                """,
                "",
                List.of("X:0.00 Y:127.00 Z:145.00 E:0.00 Count X: 0 Y:10160 Z:116000\n", "ok\n"),
                List.of("x=0", "y=127", "z=145", "steps=127", "syntax: the line does not fit the pattern"));
    }

    /** The answers to M105 of printers with one and with more heaters (reprap.org, G-code, M105). */
    private static Arguments temperatures() {
        return arguments(
                LINES.formatted(
                        "ok T:(?<hot>\\S+) /(?<target>\\S+)( T.*)? B:(?<bed>\\S+) /\\S+( C:(?<air>\\S+) /\\S+)?"),
                """
                  hot: {channel: wire, group: hot, unit: degC}
                  target: {channel: wire, group: target, unit: degC}
                  bed: {channel: wire, group: bed, unit: degC}
                  air: {channel: wire, group: air, unit: degC}
                """,
                "",
                List.of("ok T:201 /202 B:117 /120\n", "ok T:201 /202 T0:110 /110 T1:23 /0 B:117 /120 C:49.3 /50\n"),
                List.of("hot=201", "target=202", "bed=117", "hot=201", "target=202", "bed=117", "air=49.3"));
    }

    /** The automatic messages of a weather station (Vaisala WXT520, User's Guide M210906EN-C, chapter 7). */
    private static Arguments weather() {
        return arguments(
                LINES.formatted("0R(1,Dm=(?<from>\\d+)D,Sm=(?<wind>[0-9.]+)M"
                        + "|2,Ta=[-0-9.]+F,Ua=(?<humidity>[0-9.]+)P,Pa=(?<air>[0-9.]+)H)"),
                """
                  from: {channel: wire, group: from, unit: deg}
                  wind: {channel: wire, group: wind, unit: m/s}
                  humidity: {channel: wire, group: humidity, unit: "%"}
                  air: {channel: wire, group: air, unit: hPa}
                """,
                "",
                List.of("0R1,Dm=027D,Sm=0.1M\r\n0R2,Ta=74.6F,", "Ua=14.7P,Pa=1012.9H\r\n"),
                List.of("from=27", "wind=0.1", "humidity=14.7", "air=1012.9"));
    }

    /** Several measurements in one pack (RFC 8428, 5.1.2). */
    private static Arguments senml() {
        return arguments(MQTT, """
                  voltage: {channel: wire, topic: meter, pointer: /0/v, unit: V}
                  current: {channel: wire, topic: meter, pointer: /1/v, unit: A}
                  unit: {channel: wire, topic: meter, pointer: /1/u, type: text}
                  time: {channel: wire, topic: meter, pointer: /0/t, unit: s}
                """, "meter", List.of("""
                        [
                          {"bn":"urn:dev:ow:10e2073a01080063:","n":"voltage","u":"V","v":120.1},
                          {"n":"current","u":"A","v":1.2}
                        ]
                        """), List.of("voltage=120.1", "current=1.2", "unit='A'"));
    }

    /** A button that switched something on (shelly-api-docs.shelly.cloud, gen2, Notifications, example 1). */
    private static Arguments relay() {
        return arguments(
                MQTT,
                """
                  on: {channel: wire, topic: +/events/rpc, pointer: "/params/switch:0/output", type: flag}
                  source: {channel: wire, topic: +/events/rpc, pointer: "/params/switch:0/source", type: text}
                  connected: {channel: wire, topic: +/events/rpc, pointer: /params/cloud/connected, type: flag}
                """,
                "shellypro4pm-f008d1d8b8b8/events/rpc",
                List.of(
                        "{\"src\":\"shellypro4pm-f008d1d8b8b8\",\"dst\":\"user_1\",\"method\":\"NotifyStatus\",\"params\":"
                                + "{\"ts\":1631186545.04,\"switch:0\":{\"id\":0,\"output\":true,\"source\":\"button\"}}}",
                        "{\"src\":\"shellypro4pm-f008d1d8b8b8\",\"dst\":\"user_1\",\"method\":\"NotifyStatus\",\"params\":"
                                + "{\"ts\":1624348482.25,\"cloud\":{\"connected\":false}}}"),
                List.of("on=true", "source='button'", "connected=false"));
    }

    /** Sensors and a lamp behind a Zigbee gateway (zigbee2mqtt.io, MQTT topics and message structure). */
    private static Arguments gateway() {
        return arguments(
                MQTT,
                """
                  temperature: {channel: wire, topic: zigbee2mqtt/+, pointer: /temperature, unit: degC}
                  humidity: {channel: wire, topic: zigbee2mqtt/+, pointer: /humidity, unit: "%"}
                  occupied: {channel: wire, topic: zigbee2mqtt/+, pointer: /occupancy, type: flag}
                  lamp: {channel: wire, topic: zigbee2mqtt/+, pointer: /state, type: text}
                  brightness: {channel: wire, topic: zigbee2mqtt/+, pointer: /brightness}
                """,
                "zigbee2mqtt/0x00158d0001b79111",
                List.of(
                        "{\"temperature\": 27.34, \"humidity\": 44.72}",
                        "{\"occupancy\": true}",
                        "{\"state\": \"ON\", \"brightness\": 215, \"color_temp\": 325}"),
                List.of("temperature=27.34", "humidity=44.72", "occupied=true", "lamp='ON'", "brightness=215"));
    }

    /** A power meter with two lines under Tasmota, captured by somebody else (ferrets6/wattson, package mqtt, tests). */
    private static Arguments meter() {
        return arguments(
                MQTT,
                """
                  energy: {channel: wire, topic: tele/+/SENSOR, pointer: /ENERGY/Total/0}
                  power: {channel: wire, topic: tele/+/SENSOR, pointer: /ENERGY/Power/1, unit: W}
                  voltage: {channel: wire, topic: tele/+/SENSOR, pointer: /ENERGY/Voltage, unit: V}
                  current: {channel: wire, topic: tele/+/SENSOR, pointer: /ENERGY/Current/1, unit: A}
                """,
                "tele/tasmota/SENSOR",
                List.of("{\"Time\":\"2026-09-18T11:19:21\",\"ENERGY\":{\"TotalStartTime\":\"2026-09-16T00:00:00\","
                        + "\"Total\":[2.813,0.254],\"Power\":[52,5],\"Factor\":[0.79,0.50],\"Voltage\":235,"
                        + "\"Current\":[0.278,0.044],\"BL09XX\":{\"Temperature\":46.5}}}"),
                List.of("energy=2.813", "power=5", "voltage=235", "current=0.044"));
    }

    private static Stream<Arguments> outputs() {
        return Stream.of(position(), temperatures(), weather(), senml(), relay(), gateway(), meter());
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void isReadByItsDeclaration(
            String channel, String signals, String topic, List<String> sent, List<String> heard, @TempDir Path folder)
            throws IOException {
        Bench bench = bench(folder, channel, signals);
        Adapters adapters = Adapters.installed();
        ChannelSpec wire = bench.channel("wire").orElseThrow();
        Decoder decoder = adapters.codec(wire.codec()).orElseThrow().decoder(wire, bench.signals());
        Heard sink = new Heard();
        sent.forEach(part -> decoder.decode(1, new Packet(topic, part.getBytes(UTF_8)), sink));
        assertThat(sink.lines()).isEqualTo(heard);
        assertThat(sink.bytes()).isEqualTo(String.join("", sent));
    }

    private static Bench bench(Path folder, String channel, String signals) throws IOException {
        Files.writeString(folder.resolve("device.yaml"), """
                device: {class: arm, manufacturer: m, model: x, serial-number: "1", firmware: "1"}
                channels:
                  wire: %s
                signals:
                """.formatted(channel) + signals);
        Path bench = Files.writeString(folder.resolve("bench.yaml"), """
                laboratory: {name: l}
                operator: o
                device: device.yaml
                """);
        return BenchFile.read(bench, Adapters.installed(), new Secrets(name -> null));
    }
}
