package org.plumbline.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.alignment.AlignedFile;
import org.plumbline.alignment.FileAlignment;
import org.plumbline.alignment.InstrumentFile;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.channel.Adapters;
import org.plumbline.error.BenchException;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Recording;

class FileTransportTest {

    @TempDir
    private Path folder;

    private Bench bench(String channel, String sync) throws IOException {
        Files.writeString(folder.resolve("device.yaml"), """
                device: {class: arm, manufacturer: m, model: x, serial-number: "1", firmware: "1"}
                channels:
                  wire: {transport: serial, port: nowhere, codec: lines, pattern: "(?<x>.*)"}
                commands:
                  go: {channel: wire, line: GO}
                  safe-state: {channel: wire, line: STOP}
                """);
        Path bench = Files.writeString(folder.resolve("bench.yaml"), """
                laboratory: {name: l}
                operator: o
                device: device.yaml
                instruments:
                  tracker:
                    manufacturer: m
                    model: t
                    serial-number: "2"
                    channels:
                      log: {%s, sync: %s, clock-uncertainty: 1 ms, clock-drift: 20}
                    signals:
                      x: {channel: log, column: x, unit: mm}
                      y: {channel: log, column: y, unit: mm}
                """.formatted(channel, sync));
        return BenchFile.read(bench, Adapters.installed(), new Secrets(name -> null));
    }

    private static final String SYNC = "{file: {signal: x, above: 1 mm}, run: {command: go}}";
    private static final String FILE = "transport: file, codec: csv-file, time-column: t";

    @Test
    void opensNothing() throws IOException {
        ChannelSpec log = bench(FILE, SYNC).channel("log").orElseThrow();
        assertThat(log.comesAsFile()).isTrue();
        assertThatThrownBy(() -> new FileTransport().open(log, null)).isInstanceOf(BenchException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "file, lines, 'codec lines reads a stream of bytes, but transport file is a file that comes after the run; codecs for file: csv-file', 编解码 lines 读取字节流，而传输 file 是运行后才有的文件",
        "file, json, 'codec json reads messages, but transport file is a file that comes after the run; codecs for file: csv-file', 编解码 json 读取报文",
        "tcp, csv-file, 'codec csv-file reads a file, but transport tcp carries a stream of bytes; codecs for tcp: ', 编解码 csv-file 读取文件，而传输 tcp 是字节流",
        "mqtt, csv-file, 'codec csv-file reads a file, but transport mqtt carries messages; codecs for mqtt: ', 编解码 csv-file 读取文件，而传输 mqtt 传送报文",
    })
    void goesWithItsCodecAlone(String transport, String codec, String en, String zh) {
        assertThatThrownBy(() -> bench("transport: " + transport + ", codec: " + codec, SYNC))
                .isInstanceOfSatisfying(InputException.class, refused -> {
                    assertThat(refused.message(Language.EN)).contains(en);
                    assertThat(refused.message(Language.ZH)).contains(zh);
                });
    }

    private AlignedFile aligned(String row) throws IOException {
        Bench bench = bench(FILE + ", separator: \";\", no-value: [\"\"]", SYNC);
        String file = "t;x;y\n0;0;1.0\n" + row + "\n0.2;2;1.1\n";
        return FileAlignment.of(
                        bench,
                        Adapters.installed(),
                        List.of(new InstrumentFile("log", Path.of("log.csv"), file.getBytes(UTF_8))),
                        Recording.of(List.of(
                                new CommandSent(500_000_000L, "go", Map.of(), true),
                                new CommandSent(900_000_000L, "safe-state", Map.of(), true))))
                .files()
                .get(0);
    }

    /** A blank cell is no value of its signal, which cannot be the event. */
    @Test
    void aCellOfAnotherColumnThatCannotBeReadHidesNoEvent() throws IOException {
        AlignedFile aligned = aligned("0.1;;ERR");
        assertThat(aligned.anchors().get(0).file()).isEqualTo(100_000_000L);
        assertThat(aligned.tally().faulty()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"0.1;ERR;1.0, x: ERR", "0.1;0, 2 cells instead of 3", "?;0;1.0, no time: ?", "'0.1;\";1.0', a quote"})
    void whatMayHaveBeenTheEventHidesIt(String row, String why) {
        assertThatThrownBy(() -> aligned(row))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("log.csv:3: this row cannot be read (line 3: " + why);
    }

    @Test
    void anEventThatTheBenchDoesNotHaveIsFoundWhenItIsRead() {
        assertThatThrownBy(() -> bench(FILE, "{file: {signal: x, above: 1 mm}, run: {command: goo}}"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        folder.resolve("bench.yaml") + ":10:63: the bench has no command \"goo\"; did you mean \"go\"");
    }
}
