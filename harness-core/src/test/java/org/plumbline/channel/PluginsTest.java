package org.plumbline.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;

/** Jars that others made, from their sources on: found, and refused with a reason. */
class PluginsTest {

    private static final String CODEC = """
            package acme;
            import java.util.List;
            import org.plumbline.bench.*;
            import org.plumbline.channel.*;
            public final class AcmeCodec implements Codec {
                %s
                public String name() { return "acme"; }
                public List<Key> channelKeys() { return List.of(); }
                public List<Key> signalKeys() { return List.of(); }
                public List<Key> commandKeys() { return List.of(); }
                public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) { return (t, p, s) -> s.frame(t, p); }
                public Encoder encoder(ChannelSpec channel, CommandSpec command) { return p -> Packet.of(new byte[0]); }
            }
            """;

    private static final String TRANSPORT = """
            package acme;
            import java.util.List;
            import org.plumbline.bench.ChannelSpec;
            import org.plumbline.channel.*;
            public final class AcmeTransport implements Transport {
                public String name() { return "acme-bus"; }
                public List<Key> keys() { return List.of(); }
                public Link open(ChannelSpec channel, Receiver receiver) { throw new UnsupportedOperationException(); }
            }
            """;

    @TempDir
    private Path work;

    private Path folder;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        folder = Files.createDirectory(work.resolve("plugins"));
    }

    private Path jar(String name, Class<?> service, String type, String source) throws IOException {
        Path classes = Files.createDirectories(work.resolve(name));
        Path file = Files.writeString(work.resolve(type + ".java"), source);
        run("javac", "-proc:none", "-d", classes.toString(), "-cp", core(), file.toString());
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve(service.getName()), "acme." + type + "\n");
        return packed(name, classes);
    }

    private Path packed(String name, Path classes) {
        Path jar = folder.resolve(name);
        run("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        return jar;
    }

    private static void run(String tool, String... arguments) {
        int exit = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
        assertThat(exit).as(tool).isZero();
    }

    private static String core() {
        return Codec.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    private void refused(String en, String zh) {
        assertThatThrownBy(() -> Plugins.in(folder)).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.message(Language.EN)).isEqualTo(en);
            assertThat(e.message(Language.ZH)).isEqualTo(zh);
        });
    }

    @Test
    void areFoundWithTheirDigests() throws Exception {
        Path codec = jar("b.jar", Codec.class, "AcmeCodec", CODEC.formatted(""));
        Path transport = jar("a.JAR", Transport.class, "AcmeTransport", TRANSPORT);
        Files.writeString(folder.resolve("notes.txt"), "no jar");
        List<Plugin> plugins = Plugins.in(folder);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(codec)));
        assertThat(plugins).extracting(Plugin::jar).containsExactly(transport, codec);
        assertThat(plugins.get(0).line()).startsWith("a.JAR: transport acme-bus, sha256 ");
        assertThat(plugins.get(1).line()).isEqualTo("b.jar: codec acme, sha256 " + sha256);
        Adapters adapters = new Adapters(List.of(), List.of()).with(plugins);
        assertThat(adapters.codec("acme")).isPresent();
        assertThat(adapters.transport("acme-bus")).isPresent();
        assertThat(adapters.plugins()).isEqualTo(plugins);
    }

    @Test
    void areKnownWhereTheyThrow() throws IOException {
        jar("a.jar", Transport.class, "AcmeTransport", TRANSPORT);
        Transport transport = Plugins.in(folder).get(0).transports().get(0);
        assertThatThrownBy(() -> transport.open(null, null))
                .satisfies(thrown -> assertThat(thrown.getStackTrace()[0]).matches(Plugin::isIn))
                .satisfies(thrown -> assertThat(thrown.getStackTrace()[1]).matches(frame -> !Plugin.isIn(frame)));
    }

    @Nested
    class AreRefused {

        @Test
        void whereTheJarIsNone() throws IOException {
            Path jar = Files.writeString(folder.resolve("cut.jar"), "PK cut short");
            refused(
                    jar
                            + ": the plugin cannot be read: zip END header not found; copy the jar anew, or take it out of the"
                            + " folder",
                    jar + ": 插件无法读取: zip END header not found；请重新复制该 jar，或将其移出该文件夹");
        }

        @Test
        void whereNothingIsInIt() throws IOException {
            Path jar = packed("library.jar", Files.createDirectory(work.resolve("empty")));
            refused(
                    jar
                            + ": there is no transport and no codec in it; its META-INF/services/org.plumbline.channel.Codec or"
                            + " org.plumbline.channel.Transport has to name the class; take a jar that is no plugin out of"
                            + " the folder",
                    jar + ": 其中没有传输或编解码；类名应写在 META-INF/services/org.plumbline.channel.Codec 或"
                            + " org.plumbline.channel.Transport 中；不是插件的 jar 请移出该文件夹");
        }

        @Test
        void whereItThrows() throws IOException {
            String source = CODEC.formatted("public AcmeCodec() { throw new IllegalStateException(\"no licence\"); }");
            Path jar = jar("thrower.jar", Codec.class, "AcmeCodec", source);
            refused(
                    jar
                            + ": the plugin does not start: org.plumbline.channel.Codec: Provider acme.AcmeCodec could not be"
                            + " instantiated: java.lang.IllegalStateException: no licence; get one that fits this version,"
                            + " or take it out of the folder",
                    jar + ": 插件无法启动: org.plumbline.channel.Codec: Provider acme.AcmeCodec could not be instantiated:"
                            + " java.lang.IllegalStateException: no licence；请换用与本版本相符的插件，或将其移出该文件夹");
        }

        @Test
        void whereItIsBuiltForANewerJava() throws IOException {
            jar("newer.jar", Codec.class, "AcmeCodec", CODEC.formatted(""));
            Path file = work.resolve("newer.jar/acme/AcmeCodec.class");
            byte[] bytes = Files.readAllBytes(file);
            bytes[7] = (byte) (44 + 99);
            Files.write(file, bytes);
            Path jar = packed("newer.jar", work.resolve("newer.jar"));
            int java = Runtime.version().feature();
            refused(
                    jar + ": the plugin was built for Java 99, and this is Java " + java
                            + "; run with Java 99 or newer, or get one that was built for Java 17",
                    jar + ": 插件为 Java 99 编译，而当前是 Java " + java + "；请用 Java 99 或更高版本运行，或换用为 Java 17 编译的插件");
        }

        @Test
        void whereTheirNamesAreTakenAndAllAtOnce() throws IOException {
            Path first = jar("a.jar", Codec.class, "AcmeCodec", CODEC.formatted(""));
            Path second = jar("b.jar", Codec.class, "AcmeCodec", CODEC.formatted(""));
            List<Plugin> plugins = Plugins.in(folder);
            Adapters own =
                    new Adapters(List.of(), List.of(plugins.get(0).codecs().get(0)));
            assertThatThrownBy(() -> own.with(plugins)).isInstanceOfSatisfying(InputException.class, e -> {
                assertThat(e.message(Language.EN))
                        .isEqualTo(first
                                + ": codec acme is there already, from Plumbline; take one of them out of the folder"
                                + " of plugins\n" + second
                                + ": codec acme is there already, from Plumbline; take one of them out of the folder of"
                                + " plugins");
            });
            assertThatThrownBy(() -> new Adapters(List.of(), List.of()).with(plugins))
                    .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.message(Language.ZH))
                            .isEqualTo(second + ": codec acme 已由 " + first + " 提供；请将其中之一移出插件文件夹"));
        }

        /** They would never see it. */
        @Test
        void whereAKeyOfTheirsIsPlumblinesOwn() throws IOException {
            String keys = "return List.of(Key.required(\"%s\", Key.Type.INTEGER, \"x\", \"x\"));";
            String source = CODEC.formatted("")
                    .replace("signalKeys() { return List.of();", "signalKeys() { " + keys.formatted("interval"))
                    .replace("commandKeys() { return List.of();", "commandKeys() { " + keys.formatted("step"));
            Path codec = jar("a.jar", Codec.class, "AcmeCodec", source);
            Path transport = jar(
                    "b.jar",
                    Transport.class,
                    "AcmeTransport",
                    TRANSPORT.replace("return List.of();", keys.formatted("poll-period")));
            List<Plugin> plugins = Plugins.in(folder);
            assertThatThrownBy(() -> new Adapters(List.of(), List.of()).with(plugins))
                    .isInstanceOfSatisfying(InputException.class, e -> {
                        assertThat(e.message(Language.EN))
                                .isEqualTo(codec
                                        + ": codec acme has a key \"interval\" of its own for signals, which is Plumbline's;"
                                        + " give the key another name in the plugin; taken for signals are answer-to, channel,"
                                        + " circle, error-limits, interval, on-event, range, resolution, uncertainty, unit\n"
                                        + transport
                                        + ": transport acme-bus has a key \"poll-period\" of its own for channels, which is"
                                        + " Plumbline's; give the key another name in the plugin; taken for channels are codec,"
                                        + " on-close, on-open, poll, poll-period, poll-timeout, transport");
                        assertThat(e.message(Language.ZH))
                                .startsWith(codec + ": codec acme 的信号键“interval”是 Plumbline 自用的；请在插件中为该键改名；信号键中已占用: "
                                        + "answer-to, channel, ");
                    });
            List<Codec> onTheClassPath = plugins.get(0).codecs();
            assertThatThrownBy(() -> new Adapters(List.of(), onTheClassPath).with(List.of()))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("acme.AcmeCodec: codec acme has a key \"interval\"");
        }

        @Test
        void whereTheFolderIsMissing() throws IOException {
            Files.delete(folder);
            refused(
                    folder + ": the folder of plugins cannot be read: there is no such file or folder; check"
                            + " PLUMBLINE_PLUGINS",
                    folder + ": 插件文件夹无法读取: 文件或文件夹不存在；请核对 PLUMBLINE_PLUGINS");
        }
    }
}
