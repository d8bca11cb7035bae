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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bench says of a file is known to be wrong only when the file is there, after the run. */
class RejudgeBenchTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String ONLY = "file: {signal: logged-depth, above: 3 m}";

    @TempDir
    private static Path recorded;

    private static Path bundle;

    /** Of a logger that shows 3.4 m once before the dive. */
    private static Path export;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runOnce() throws IOException {
        Path bench = LoggedDive.bench(recorded.resolve("bench"));
        Files.writeString(bench, Files.readString(bench).replace("above: 3 m, nth: 1}, run", "above: 3 m}, run"));
        bundle = Path.of(Outcome.of(
                        "run",
                        LoggedDive.suite(recorded.resolve("suite"), "observed for 20 s")
                                .toString(),
                        "--bench",
                        bench.toString(),
                        "--virtual",
                        "--out",
                        recorded.resolve("out").toString())
                .lastLine());
        export = LoggedDive.logged(bundle, recorded.resolve("export.csv"), depth -> depth);
        List<String> rows = Files.readAllLines(export, GBK);
        rows.set(2, rows.get(2).replaceFirst(";.*", ";340"));
        Files.write(export, rows, GBK);
    }

    private Outcome rejudge(Path source, String... more) {
        Stream<String> words = Stream.of("rejudge", "--lang", "en", source.toString());
        return Outcome.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    private Path corrected(String from, String to) throws IOException {
        String bench = Files.readString(bundle.resolve("data/inputs/bench.yaml"));
        assertThat(bench).contains(from);
        return Files.writeString(folder.resolve("corrected.yaml"), bench.replace(from, to));
    }

    @Test
    void aSecondCrossingIsRefusedAndTheCorrectedBenchJudges() throws IOException {
        String inputs = bundle.resolve("data/inputs/bench.yaml").toString();
        Outcome refused = rejudge(bundle, "--file", "log=" + export);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("\"signal logged-depth rises above 3 m\" occurs 2 times in the file (lines 3, ")
                .contains("say which by nth in the sync at " + inputs + ":")
                .contains(
                        "; what is sealed stays as it is: correct a copy and give it by plumbline rejudge … --bench FILE")
                .doesNotContain("plumbline-rejudge-");

        Path bench = corrected(ONLY, "file: {signal: logged-depth, above: 3 m, nth: 2}");
        String key = "instruments.depth-logger.channels.log.sync.file.nth";
        Outcome judged = rejudge(
                bundle,
                "--bench",
                bench.toString(),
                "--file",
                "log=" + export,
                "--out",
                folder.resolve("out").toString());
        assertThat(judged.exit()).as(judged.out() + judged.err()).isZero();
        assertThat(judged.out())
                .contains("bench corrected: " + key + ": – → 2")
                .containsPattern("bench.yaml +[0-9a-f]{64}  then\n +[0-9a-f]{64}  now")
                .containsPattern("device.yaml +[0-9a-f]{64}  then and now");
        Path second = Path.of(judged.lastLine());
        assertThat(second.resolve("data/inputs/bench.yaml")).hasSameBinaryContentAs(bench);
        JsonNode file = json(second.resolve("data/results.json")).at("/runs/0/plan/characterisation/files/0");
        assertThat(file.path("offset").asDouble()).isCloseTo(-LoggedDive.AHEAD, within(0.06));
        JsonNode rejudgement = json(second.resolve("data/rejudgement.json"));
        assertThat(rejudgement.at("/bench/then/sha256")).isNotEqualTo(rejudgement.at("/bench/now/sha256"));
        JsonNode measured = json(second.resolve("data/results.json")).at("/runs/0/trials/0/judgements/0/measurement");
        for (String figure : List.of("expandedUncertainty", "below", "above")) {
            assertThat(rejudgement.at("/judgements/0/now/" + figure)).as(figure).isEqualTo(measured.path(figure));
            assertThat(measured.path(figure).isNumber()).isTrue();
        }
        assertThat(rejudgement.path("corrections").toString())
                .isEqualTo("[{\"key\":\"" + key + "\",\"then\":\"–\",\"now\":\"2\"}]");
        assertThat(Outcome.of("verify", second.toString()).exit()).isZero();

        Outcome again = rejudge(
                second, "--bench", bundle.resolve("data/inputs/bench.yaml").toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err())
                .contains(key + " differs from the recorded bench (then 2, now –); the file of this channel is in the"
                        + " recording already: judge the original bundle again");
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void howTheFileIsReadMayBeCorrected() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.csv"),
                Files.readString(export, GBK).replace("深度", "Tiefe").replace("时间", "t"));
        Outcome refused = rejudge(bundle, "--file", "log=" + other);
        assertThat(refused.err())
                .contains(other + ":1: there is no column \"时间\"; write its number, or one of: t, Tiefe (channel log is"
                        + " described at " + bundle.resolve("data/inputs/bench.yaml") + ":")
                .contains("plumbline rejudge … --bench FILE");
        Path bench = corrected(ONLY, "file: {signal: logged-depth, above: 3 m, nth: 2}");
        Files.writeString(
                bench,
                Files.readString(bench)
                        .replace("column: 深度", "column: Tiefe")
                        .replace("time-column: 时间", "time-column: \"1\"")
                        .replace("encoding: GBK", "encoding: UTF-8"));
        Outcome judged = rejudge(bundle, "--bench", bench.toString(), "--file", "log=" + other);
        assertThat(judged.exit()).as(judged.out() + judged.err()).isZero();
    }

    /** The third line of the export is {@code TIME;340}. */
    @ParameterizedTest
    @CsvSource({"'no-value: [\"340\"]', 3", "'comment: \"TIME\"', 3", "first-row: 4, 2"})
    void aValueThatWasMeasuredCannotBeTakenAway(String key, int line) throws IOException {
        String time = Files.readAllLines(export, GBK).get(2).split(",")[0];
        Path bench = corrected("time-unit: ms", "time-unit: ms\n        " + key.replace("TIME", time));
        Outcome refused = rejudge(bundle, "--bench", bench.toString(), "--file", "log=" + export);
        assertThat(refused.exit()).as(refused.out()).isEqualTo(2);
        assertThat(refused.err())
                .startsWith(export + ":" + line + ": by the recorded bench this row has a value of the signal"
                        + " \"logged-depth\", by the corrected one it has none; no measured value can be taken away once the"
                        + " result is known: correct the reading of channel log so that this row keeps its value");
    }

    /** Else it would be the recorded one of a bundle whose file is yet to come. */
    @Test
    void aCorrectionWithoutTheFileIsRefused() throws IOException {
        Path bench = corrected("time-unit: ms", "time-unit: ms\n        no-value: [\"340\"]");
        Outcome refused = rejudge(bundle, "--bench", bench.toString());
        assertThat(refused.exit()).as(refused.out()).isEqualTo(2);
        assertThat(refused.err())
                .startsWith(bench + ":")
                .contains(
                        "how the file of channel log is read is corrected, but the file to hold that against is not given;"
                                + " add --file log=PATH");
    }

    /** Nothing that says what a value is worth, or what was tested, is said otherwise once the result is known. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'certificate: C-7, due: 2099-12-31, U: 0.010 m' | 'certificate: C-7, due: 2099-12-31, U: 0.005 m' | instruments.depth-logger.calibration.U differs from the recorded bench (then 0.010 m, now 0.005 m)",
                "column-unit: cm, unit: m} | column-unit: cm, unit: m, uncertainty: 1 mm} | instruments.depth-logger.signals.logged-depth.uncertainty differs from the recorded bench (then –, now 1 mm)",
                "true-depth: {channel: tank, | true-depth: {uncertainty: 1 mm, channel: tank, | instruments.test-tank.signals.true-depth.uncertainty differs from the recorded bench (then –, now 1 mm)",
                "measures: {depth: logged-depth} | measures: {} | instruments.depth-logger.measures.depth differs from the recorded bench (then logged-depth, now –)",
                "'separator: \";\"' | 'seperator: \";\"' | seperator",
            })
    void whatElseDiffersIsRefused(String from, String to, String en) throws IOException {
        Path bench = corrected(from, to);
        Outcome refused = rejudge(bundle, "--bench", bench.toString());
        assertThat(refused.exit()).as(refused.out()).isEqualTo(2);
        assertThat(refused.err()).startsWith(bench + ":").contains(en).doesNotContain("plumbline-rejudge-");
    }
}
