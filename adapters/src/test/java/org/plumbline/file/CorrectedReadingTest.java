package org.plumbline.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.alignment.CorrectedReading;
import org.plumbline.alignment.InstrumentFile;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.channel.Adapters;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;

/** A force gauge that has seen a peak of 153.2 N, in the third line of its file. */
class CorrectedReadingTest {

    private static final String FILE = "t;f\n0;12\n1;153.2\n2;12\n";
    private static final String AS_IT_IS = "separator: \";\", time-column: t";

    @TempDir
    private Path folder;

    private Bench bench(String channel) throws IOException {
        Files.writeString(folder.resolve("device.yaml"), """
                device: {class: c, manufacturer: m, model: x, serial-number: "1", firmware: "1"}
                channels:
                  wire: {transport: tcp, host: h, port: 1, codec: lines, pattern: "(?<x>.*)"}
                commands:
                  press: {channel: wire, line: PRESS}
                  safe-state: {channel: wire, line: STOP}
                """);
        Path bench = Files.writeString(folder.resolve("bench.yaml"), """
                laboratory: {name: l}
                operator: o
                device: device.yaml
                instruments:
                  gauge:
                    manufacturer: m
                    model: g
                    serial-number: "2"
                    channels:
                      log: {transport: file, codec: csv-file, clock-uncertainty: 1 ms, clock-drift: 20, sync: SYNC, %s}
                    signals:
                      force: {channel: log, column: f, unit: N}
                """.replace(
                        "SYNC", "{file: {signal: force, above: 100 N}, run: {command: press}}")
                .formatted(channel));
        return BenchFile.read(bench, Adapters.installed(), new Secrets(name -> null));
    }

    private void correct(String then, String now, InstrumentFile... files) throws IOException {
        new CorrectedReading(bench(then), bench(now), Adapters.installed(), List.of(files)).check();
    }

    private static InstrumentFile file() {
        return new InstrumentFile("log", Path.of("log.csv"), FILE.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-value: [\"153.2\"] | 3",
                "comment: \"1;\" | 3",
                "first-row: 4 | 2",
                "decimal: \",\" | 3",
            })
    void takesNoValueAway(String key, int line) {
        assertThatThrownBy(() -> correct(AS_IT_IS, AS_IT_IS + ", " + key, file()))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.EN))
                            .isEqualTo("log.csv:" + line + ": by the recorded bench this row has a value of the signal"
                                    + " \"force\", by the corrected one it has none; no measured value can be taken away"
                                    + " once the result is known: correct the reading of channel log so that this row"
                                    + " keeps its value");
                    assertThat(e.message(Language.ZH))
                            .isEqualTo("log.csv:" + line + ": 按记录的试验台，此行有信号 \"force\" 的值，按更正后的却没有；"
                                    + "结果已知之后不能去掉测得的值: 请更正通道 log 的读取方式，使该行仍有值");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overload: [\"153.2\"]", // the peak is then not known, and nothing passes
                "time-unit: ms",
                "comment: \"#\"",
                "no-value: [\"---\"]",
            })
    void mayReadEachOtherwise(String key) {
        assertThatCode(() -> correct(AS_IT_IS, AS_IT_IS + ", " + key, file())).doesNotThrowAnyException();
    }

    @Test
    void isOpenWhereNothingCouldBeRead() {
        assertThatCode(() -> correct("time-column: t", AS_IT_IS + ", no-value: [\"12\"]", file()))
                .doesNotThrowAnyException();
    }

    @Test
    void isHeldAgainstTheFile() {
        assertThatThrownBy(() -> correct(AS_IT_IS, AS_IT_IS + ", comment: \"1;\""))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.EN))
                            .startsWith(folder.resolve("bench.yaml") + ":10:7: ")
                            .endsWith("how the file of channel log is read is corrected, but the file to hold that"
                                    + " against is not given; add --file log=PATH");
                    assertThat(e.message(Language.ZH)).endsWith("更正了如何读取通道 log 的文件，却没有给出该文件，无从核对；请同时写 --file log=PATH");
                });
        assertThatCode(() -> correct(AS_IT_IS, AS_IT_IS)).doesNotThrowAnyException();
    }
}
