package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A depth logger that only exports files, beside the tank's own gauge, whose samples the test writes as the logger's: its
 * clock is 12.345 s ahead and 40 ppm fast. What is judged by the file has to agree with what is judged live.
 */
class RejudgeFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path recorded;

    private static Path bundle;
    private static Outcome run;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runOnce() throws IOException {
        Path bench = LoggedDive.bench(recorded.resolve("bench"));
        run = Outcome.of(
                "run",
                LoggedDive.suite(recorded.resolve("suite"), "observed for 20 s").toString(),
                "--bench",
                bench.toString(),
                "--virtual",
                "--lang",
                "en",
                "--out",
                recorded.resolve("out").toString());
        bundle = Path.of(run.lastLine());
    }

    private Path logged(DoubleUnaryOperator depth) throws IOException {
        return LoggedDive.logged(bundle, folder.resolve("export.csv"), depth);
    }

    private static Outcome rejudge(Path source, String language, String... more) {
        return Outcome.of(Stream.concat(Stream.of("rejudge", "--lang", language, source.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private Path judgedBy(Path file) {
        Outcome outcome = rejudge(
                bundle,
                "en",
                "--file",
                "log=" + file,
                "--out",
                folder.resolve("out").toString());
        assertThat(outcome.err()).isEmpty();
        return Path.of(outcome.lastLine());
    }

    private static JsonNode results(Path bundle) throws IOException {
        return JSON.readTree(bundle.resolve("data/results.json").toFile()).at("/runs/0");
    }

    private static JsonNode judgement(JsonNode results, String limit) {
        return StreamSupport.stream(results.at("/trials/0/judgements").spliterator(), false)
                .filter(judgement -> judgement.path("limit").asText().equals(limit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutTheFileWhatNeedsItIsInconclusiveAndTheRestIsJudged() throws IOException {
        String command = "plumbline rejudge BUNDLE --file log=PATH --out DIR";
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.out())
                .contains("channel log comes as a file after the run: " + command)
                .contains("the file of channel log has not come, its signals are still to be measured: " + command);
        JsonNode results = results(bundle);
        for (String limit : List.of("dive-time", "deepest", "disagreement", "period")) {
            assertThat(judgement(results, limit).path("verdict").asText()).isEqualTo("inconclusive");
            assertThat(judgement(results, limit).at("/reason/zh").asText())
                    .isEqualTo("通道 log 的文件尚未提供，其信号的测量有待完成: " + command);
        }
        assertThat(judgement(results, "live-dive-time").path("verdict").asText())
                .isEqualTo("pass");
        // the wait for what had not come was not cut short, and the observation came after it
        assertThat(results.path("duration").asLong()).isGreaterThan(20_000_000_000L);
        assertThat(results.at("/plan/characterisation/files")).isEmpty();
    }

    @Test
    void theFileDecidesAndAgreesWithWhatWasMeasuredLive() throws IOException {
        Path file = logged(depth -> depth);
        Path judged = judgedBy(file);
        JsonNode results = results(judged);
        assertThat(results.path("verdict").asText())
                .as(results.toPrettyString())
                .isEqualTo("pass");

        JsonNode live = judgement(results, "live-dive-time").path("measurement");
        JsonNode late = judgement(results, "dive-time").path("measurement");
        assertThat(late.path("value").asDouble())
                .isCloseTo(
                        live.path("value").asDouble(),
                        within(late.path("expandedUncertainty").asDouble()));
        assertThat(late.path("expandedUncertainty").asDouble())
                .isGreaterThan(live.path("expandedUncertainty").asDouble());
        assertThat(late.toString()).contains("alignment of the file of log");
        assertThat(live.toString()).doesNotContain("alignment of the file of log");
        assertThat(live).isEqualTo(judgement(results(bundle), "live-dive-time").path("measurement"));

        JsonNode aligned = results.at("/plan/characterisation/files/0");
        assertThat(aligned.path("offset").asDouble()).isCloseTo(-LoggedDive.AHEAD, within(0.06));
        assertThat(aligned.path("drift").isNull()).isTrue();
        assertThat(aligned.path("name").asText()).isEqualTo("export.csv");
        assertThat(judged.resolve("data/inputs/log.csv")).hasSameBinaryContentAs(file);
        assertThat(Files.readString(judged.resolve("manifest-sha256.txt")))
                .contains(aligned.path("sha256").asText() + "  data/inputs/log.csv");
        assertThat(Files.readString(judged.resolve("data/allure-results/environment.properties")))
                .contains(aligned.path("sha256").asText());
        Outcome verified = Outcome.of("verify", "--lang", "en", judged.toString());
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void theNewBundleIsJudgedAgainWithoutTheFileToTheLastDigit() throws IOException {
        Path judged = judgedBy(logged(depth -> depth));
        Outcome again = rejudge(judged, "en", "--out", folder.resolve("again").toString());
        assertThat(again.out()).as(again.err()).contains("all 5 judgements equal the original's to the last digit");
        assertThat(again.exit()).isZero();
        Path third = Path.of(again.lastLine());
        assertThat(results(third).path("trials")).isEqualTo(results(judged).path("trials"));
        assertThat(results(third).at("/plan/characterisation"))
                .isEqualTo(results(judged).at("/plan/characterisation"));
        assertThat(third.resolve("data/inputs/log.csv")).hasSameBinaryContentAs(judged.resolve("data/inputs/log.csv"));
        Outcome lone = rejudge(third.resolve("data/capture/run.mcap"), "en");
        assertThat(lone.out()).contains("all 5 judgements equal the original's to the last digit");
    }

    @Test
    void aDeviceThatWentTooDeepFails() throws IOException {
        Path judged = judgedBy(logged(depth -> depth > 3.8 ? depth + 2 : depth));
        assertThat(judgement(results(judged), "deepest").path("verdict").asText())
                .isEqualTo("fail");
        assertThat(results(judged).path("verdict").asText()).isEqualTo("fail");
    }

    @Test
    void aFileThatEndsEarlyProvesNothing() throws IOException {
        List<String> rows = Files.readAllLines(logged(depth -> depth), Charset.forName("GBK"));
        Path cut = Files.write(folder.resolve("cut.csv"), rows.subList(0, rows.size() - 40), Charset.forName("GBK"));
        JsonNode deepest = judgement(results(judgedBy(cut)), "deepest");
        assertThat(deepest.path("verdict").asText()).isEqualTo("inconclusive");
        assertThat(deepest.at("/reason/en").asText()).contains("the instrument's signal logged-depth has a gap of ");
    }

    @Test
    void whatCannotBeUsedIsSaidInBothLanguages() throws IOException {
        Path file = logged(depth -> depth);
        assertRefused("log", "--file cannot be \"log\"; write rejudge BUNDLE --file CHANNEL=PATH", "--file 的值“log”无效");
        assertRefused("log=a\0b", "--file cannot be \"log=a", "--file 的值“log=a");
        assertRefused("logg=" + file, "the bench has no channel \"logg\"; did you mean \"log\"", "试验台上没有通道“logg”");
        assertRefused(
                "tank=" + file, "channel tank has transport serial and takes no file", "通道 tank 的传输是 serial，不接受文件");
        Path missing = folder.resolve("missing.csv");
        assertRefused("log=" + missing, missing + ": cannot be read: ", missing + ": 无法读取: ");
        Path utf8 = Files.writeString(folder.resolve("utf8.csv"), "时间;深度\n1;2\n");
        assertRefused("log=" + utf8, utf8 + ":1: ", utf8 + ":1: ");
        Path still = Files.writeString(folder.resolve("still.csv"), "时间;深度\n1;2\n2;3\n", Charset.forName("GBK"));
        assertRefused(
                "log=" + still,
                still + ": \"signal logged-depth rises above 3 m\" occurs 0 times in the file",
                still + ": 文件中“信号 logged-depth 升过 3 m”只出现 0 次");
        Path back = Files.writeString(folder.resolve("back.csv"), "时间;深度\n2;2\n1;3\n", Charset.forName("GBK"));
        assertRefused("log=" + back, back + ":3: the time \"1\" is not after ", back + ":3: 时间“1”不晚于前一行");
        Path judged = judgedBy(file);
        Outcome twice = rejudge(judged, "en", "--file", "log=" + file);
        assertThat(twice.exit()).isEqualTo(2);
        assertThat(twice.err()).contains("the recording has the file export.csv of channel log already");
    }

    private static void assertRefused(String argument, String en, String zh) {
        Outcome english = rejudge(bundle, "en", "--file", argument);
        assertThat(english.exit()).as(english.out() + english.err()).isEqualTo(2);
        assertThat(english.err()).contains(en).doesNotContain("Exception");
        assertThat(rejudge(bundle, "zh", "--file", argument).err()).contains(zh);
    }

    @Test
    void probeSaysThatItComesLaterAndMissesNothing() throws IOException {
        Files.writeString(folder.resolve("device.yaml"), """
                device: {class: arm, manufacturer: m, model: x, serial-number: "1", firmware: "1"}
                channels:
                  log:
                    transport: file
                    codec: csv-file
                    time-column: t
                    sync: {file: {signal: x, changes: true}, run: {step: observed for 1 s}}
                    clock-uncertainty: 1 ms
                    clock-drift: 20
                signals:
                  x: {channel: log, column: x}
                """);
        Path bench = Files.writeString(
                folder.resolve("bench.yaml"), "laboratory: {name: l}\noperator: o\ndevice: device.yaml\n");
        Outcome probe = Outcome.of("probe", "--lang", "en", "--bench", bench.toString(), "--for", "1s");
        assertThat(probe.exit()).as(probe.out() + probe.err()).isZero();
        assertThat(probe.out())
                .containsPattern("(?m)^log +- +file csv-file +comes as a file after the run$")
                .containsPattern("(?m)^  x +- +- +- +after the run$");
        assertThat(probe.lastLine()).isEqualTo("the bench is ready");
        assertThat(Outcome.of("probe", "--lang", "zh", "--bench", bench.toString(), "--for", "1s")
                        .out())
                .contains("运行后以文件提供");
    }

    @Test
    void aScenarioThatWaitsForItIsRefusedBeforeAnythingRuns() throws IOException {
        Path suite = LoggedDive.suite(
                folder.resolve("suite"), "signal \"logged-depth\" stays at 4.0 m ± 0.1 m for 1 s, waiting at most 9 s");
        Outcome refused = Outcome.of(
                "run",
                suite.toString(),
                "--virtual",
                "--lang",
                "en",
                "--bench",
                LoggedDive.bench(folder.resolve("bench")).toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        suite.resolve("dive.en.feature") + ":12: signal \"logged-depth\" comes as a file after the run"
                                + " (channel log): no scenario can wait for it");
    }
}
