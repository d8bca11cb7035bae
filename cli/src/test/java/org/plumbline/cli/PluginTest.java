package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.channel.Codec;
import org.plumbline.evidence.BagVerify;
import org.plumbline.pty.PseudoTerminal;

/** The documented plugin, built against the published interfaces alone, used by the command line as an outsider does. */
class PluginTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "slcan", "src", "main");

    private static final int ATTEMPTS = 4;

    /** What somebody else might write: a bus with one motor on it, which tells its speed and takes another in tenths. */
    private static final String MOTOR_BUS = """
            package com.example.motor;

            import static java.nio.charset.StandardCharsets.US_ASCII;

            import java.util.List;
            import java.util.concurrent.Executors;
            import java.util.concurrent.ScheduledExecutorService;
            import java.util.concurrent.TimeUnit;
            import org.plumbline.bench.ChannelSpec;
            import org.plumbline.channel.Key;
            import org.plumbline.channel.Link;
            import org.plumbline.channel.Packet;
            import org.plumbline.channel.Receiver;
            import org.plumbline.channel.Transport;

            public final class MotorBus implements Transport {

                @Override
                public String name() {
                    return "motor-bus";
                }

                @Override
                public List<Key> keys() {
                    return List.of(Key.required("node", Key.Type.INTEGER, "节点", "the node"));
                }

                @Override
                public Link open(ChannelSpec channel, Receiver receiver) {
                    return new Motor(channel.settings().integer("node").orElseThrow(), receiver);
                }

                private static final class Motor implements Link {

                    private final ScheduledExecutorService bus = Executors.newSingleThreadScheduledExecutor();
                    private volatile int speed;

                    Motor(int node, Receiver receiver) {
                        bus.scheduleAtFixedRate(
                                () -> receiver.received(receiver.now(), packet(node + ": " + speed + "\\r\\n")),
                                0,
                                50,
                                TimeUnit.MILLISECONDS);
                    }

                    private static Packet packet(String line) {
                        return Packet.of(line.getBytes(US_ASCII));
                    }

                    @Override
                    public void send(Packet packet) {
                        speed = Integer.parseInt(packet.text().strip()) / 10;
                    }

                    @Override
                    public void close() {
                        bus.shutdown();
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path plugins;

    @BeforeEach
    void aFolderOfPlugins() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    private Path example() throws IOException {
        return jar("plumbline-slcan-1.0.0.jar", EXAMPLE, EXAMPLE.resolve("resources"));
    }

    private Path jar(String name, Path source, Path resources) throws IOException {
        Path classes = folder.resolve("classes");
        try (Stream<Path> sources = Files.walk(source)) {
            Stream<String> options = Stream.of(
                    "-encoding",
                    "UTF-8",
                    "-Xlint:all",
                    "-Werror",
                    "--release",
                    "17",
                    "-d",
                    classes.toString(),
                    "-cp",
                    classPath());
            tool("javac", Stream.concat(options, sources.map(Path::toString).filter(file -> file.endsWith(".java"))));
        }
        Path jar = plugins.resolve(name);
        tool("jar", Stream.of("-cf", jar.toString(), "-C", classes.toString(), ".", "-C", resources.toString(), "."));
        return jar;
    }

    private static String classPath() {
        return place(Codec.class) + System.getProperty("path.separator") + place(NullMarked.class);
    }

    private static Path place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void tool(String name, Stream<String> arguments) {
        int exit = ToolProvider.findFirst(name)
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        assertThat(exit).as(name).isZero();
    }

    private String plumbline(int exit, Path plugins, String... arguments) throws Exception {
        Map<String, String> options = Map.of("JDK_JAVA_OPTIONS", "-Dplumbline.plugins=" + plugins);
        int attempt = 0;
        while (true) {
            try (ChildProcess child = new ChildProcess(folder.resolve("output.txt"), options, arguments)) {
                if (child.exit() != exit && exit == 0 && ++attempt < ATTEMPTS) {
                    continue; // others keep this computer busy: too little came in the time, or to decide
                }
                assertThat(child.exit()).as(child.output()).isEqualTo(exit);
                return child.output();
            }
        }
    }

    @Test
    void isFoundRunsAndIsNamedInTheEvidence() throws Exception {
        assumeThat(PseudoTerminal.available()).as("pseudo-terminals").isTrue();
        Path jar = example();
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        assertThat(plumbline(0, plugins, "--version", "--lang", "en"))
                .contains("plugin plumbline-slcan-1.0.0.jar: codec slcan, sha256 " + sha256);
        try (CanAdapter adapter = new CanAdapter()) {
            Path bench = bench(adapter);
            assertThat(plumbline(0, plugins, "probe", "--lang", "en", "--bench", bench.toString(), "--for", "1s"))
                    .containsPattern("can +\\d+\\.\\d/s +serial slcan +ready")
                    .containsPattern("speed +\\d+\\.\\d/s +0 rpm")
                    .containsPattern("adapter-time +\\d+\\.\\d/s +3000 ms")
                    .containsPattern("charge +\\d+\\.\\d/s +80 %");
            Path out = folder.resolve("out");
            String[] run = {"run", suite().toString(), "--bench", bench.toString(), "--out", out.toString()};
            assertThat(plumbline(0, plugins, run)).contains("CN-01");
            Path bundle = lastChild(out);
            assertThat(BagVerify.verify(bundle).findings()).isEqualTo(List.of());
            assertThat(named(bundle))
                    .isEqualTo("[{\"jar\":\"plumbline-slcan-1.0.0.jar\",\"sha256\":\"" + sha256
                            + "\",\"transports\":[],\"codecs\":[\"slcan\"]}]");
            plumbline(0, plugins, "rejudge", bundle.toString());
            for (String command : List.of("rejudge", "convert")) {
                assertThat(plumbline(2, Path.of(""), command, "--lang", "en", bundle.toString()))
                        .contains(
                                "unknown codec \"slcan\"; the run had it from the plugin plumbline-slcan-1.0.0.jar (sha256 "
                                        + sha256 + "): put that jar into the folder of plugins\n");
            }
        }
    }

    @Test
    void mayBringAnotherKindOfWire() throws Exception {
        Path source = Files.createDirectories(folder.resolve("motor"));
        Files.writeString(source.resolve("MotorBus.java"), MOTOR_BUS);
        Path resources = folder.resolve("resources");
        Path services = Files.createDirectories(resources.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.plumbline.channel.Transport"), "com.example.motor.MotorBus\n");
        jar("motor-bus.jar", source, resources);
        Path bench = bench("""
                channels:
                  motor: {transport: motor-bus, node: 7, codec: lines, pattern: "7: (?<speed>[0-9]+)"}
                signals:
                  speed: {channel: motor, group: speed, unit: rpm}
                commands:
                  set-speed: {channel: motor, line: "{speed}"}
                  safe-state: {channel: motor, line: "0"}
                """);
        assertThat(plumbline(0, plugins, "probe", "--lang", "en", "--bench", bench.toString(), "--for", "1s"))
                .containsPattern("motor +\\d+\\.\\d/s +motor-bus lines +ready")
                .containsPattern("speed +\\d+\\.\\d/s +0 rpm");
        Path out = folder.resolve("out");
        String[] run = {"run", suite().toString(), "--bench", bench.toString(), "--out", out.toString()};
        assertThat(plumbline(0, plugins, run)).contains("CN-01");
        Path bundle = lastChild(out);
        assertThat(named(bundle)).contains("\"transports\":[\"motor-bus\"],\"codecs\":[]");
        plumbline(0, plugins, "rejudge", bundle.toString());
    }

    @Test
    void thatIsNoneIsRefusedBeforeAnythingRuns() throws Exception {
        Path jar = Files.writeString(plugins.resolve("cut.jar"), "PK");
        assertThat(plumbline(0, plugins, "--version", "--lang", "zh")).contains(jar + ": 插件无法读取: ");
        assertThat(plumbline(2, plugins, "schema", "device", "--lang", "zh")).contains(jar + ": 插件无法读取: ");
    }

    private Path suite() throws IOException {
        Path suite = Files.createDirectory(folder.resolve("can-suite"));
        Files.writeString(suite.resolve("standard.yaml"), """
                standard: CN
                title: {zh: 电机, en: Motors}
                level: local
                stage: drafting
                revision: "1"
                requirements:
                  - id: CN-01
                    clause: "1"
                    modality: shall
                    text: {zh: 应在 5 s 内达到给定转速。, en: The commanded speed shall be reached within 5 s.}
                    limits:
                      reaction: {max: 5, unit: s, basis: proposal}
                """);
        Files.writeString(suite.resolve("motor.zh-CN.feature"), """
                # language: zh-CN
                功能: 电机

                  @CN-01
                  场景: 达到给定转速
                    当 发送命令 "set-speed"，其中 "speed" 为 "1000"
                    而且 测量 "reaction"：从命令 "set-speed" 到信号 "speed" 变为 "100" 的时间，最长等待 8 s
                    那么 "reaction" 应符合限值
                """);
        return suite;
    }

    /** The device is the one of the document, which is the same in both languages. */
    private Path bench(CanAdapter adapter) throws IOException {
        String entries = entries("plugins.md");
        assertThat(entries("plugins.zh-CN.md")).isEqualTo(entries);
        return bench(entries.replace("/dev/ttyACM0", "\"" + adapter.terminal.port() + "\""));
    }

    private Path bench(String entries) throws IOException {
        Files.writeString(
                folder.resolve("device.yaml"),
                "device: {class: motor, manufacturer: none, model: none, serial-number: none, firmware: none}\n"
                        + entries);
        return Files.writeString(folder.resolve("bench.yaml"), """
                laboratory: {name: none}
                operator: none
                device: device.yaml
                """);
    }

    private static String entries(String document) throws IOException {
        String text = Files.readString(Path.of("..", "docs", document));
        int from = text.indexOf("```yaml\n") + "```yaml\n".length();
        return text.substring(from, text.indexOf("```", from));
    }

    /** The plugins that the results name. */
    private static String named(Path bundle) throws IOException {
        return new ObjectMapper()
                .readTree(bundle.resolve("data/results.json").toFile())
                .at("/runs/0/plan/software/plugins")
                .toString();
    }

    private static Path lastChild(Path out) throws IOException {
        try (Stream<Path> folders = Files.list(out)) {
            return folders.max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    /**
     * A motor behind a CAN adapter: tells speed and charge ten times a second while the adapter is open, and takes the speed that
     * frame 201 gives. An open adapter takes no other bit rate.
     */
    private static final class CanAdapter implements AutoCloseable {

        private static final int PERIOD_MILLIS = 100;

        final PseudoTerminal terminal = PseudoTerminal.open();
        private final Thread thread = new Thread(this::serve, "can-adapter");
        private volatile boolean open = true;

        CanAdapter() {
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            byte[] buffer = new byte[256];
            StringBuilder heard = new StringBuilder();
            String speed = "00000000";
            boolean started = false;
            while (open) {
                int count = terminal.read(buffer, PERIOD_MILLIS);
                heard.append(new String(buffer, 0, Math.max(0, count), US_ASCII));
                for (int end = heard.indexOf("\r"); end >= 0; end = heard.indexOf("\r")) {
                    String line = heard.substring(0, end);
                    heard.delete(0, end + 1);
                    terminal.write((started && line.startsWith("S") ? "\u0007" : "\r").getBytes(US_ASCII));
                    started = line.equals("O") || started && !line.equals("C");
                    speed = line.startsWith("t2014") ? line.substring(5) : speed;
                }
                if (started) {
                    terminal.write(("t1814" + speed + "0BB8\rT18FEF100800000000C8000000\r").getBytes(US_ASCII));
                }
            }
        }

        @Override
        public void close() {
            open = false;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            terminal.close();
        }
    }
}
