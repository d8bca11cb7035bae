package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.canary.CanaryCatalogue;
import org.plumbline.capture.Capture;
import org.plumbline.capture.RecordedEnd;
import org.plumbline.evidence.BagVerify;
import org.plumbline.evidence.Evidence;
import org.plumbline.results.ResultsSchema;
import org.plumbline.run.Run;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;

/** What is kept of a run whose judge was tested beforehand, and of one whose judge was wrong. */
class VoidRunTest {

    @TempDir
    Path folder;

    private Run run(Standard catalogue) {
        Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
        RunRequest request = new RunRequest(
                Suite.named("underwater").only("UW-A02"),
                bench,
                null,
                Language.EN,
                scenario -> true,
                folder.resolve("out"),
                true,
                null,
                List.of(Evidence.in(Language.EN)),
                new Interruption(),
                1,
                RecordedEnd.SOUND,
                List.of());
        return new SuiteRunner(request, new Canaries(catalogue)).run();
    }

    /** Every limit of the shipped catalogue turned round: a maximum is a minimum. */
    private static Standard inverted() {
        return CanaryCatalogue.standard(CanaryCatalogue.standard().requirements().get(0).limits().values().stream()
                .map(limit -> new Limit(
                        limit.name(),
                        limit.unit(),
                        limit.max(),
                        limit.min(),
                        limit.decision(),
                        limit.inclusive(),
                        limit.basis(),
                        limit.prior()))
                .toList());
    }

    private static Path data(Run run) {
        return run.plan().directory().resolve("data");
    }

    private static JsonNode results(Run run) throws IOException {
        JsonNode results =
                new ObjectMapper().readTree(data(run).resolve("results.json").toFile());
        assertThat(ResultsSchema.check(results)).isEmpty();
        return results.at("/runs/0");
    }

    private static String environment(Run run) throws IOException {
        Properties environment = new Properties();
        try (InputStream file = Files.newInputStream(data(run).resolve("allure-results/environment.properties"))) {
            environment.load(file);
        }
        return environment.getProperty("self-check");
    }

    @Test
    void resultsAndReportSayThatTheJudgeWasRight() throws IOException {
        Run run = run(CanaryCatalogue.standard());
        int canaries = run.canaries().size();
        assertThat(canaries).isPositive();
        assertThat(results(run).path("canaries")).hasSize(canaries);
        assertThat(results(run).at("/canaries/1/name/zh").asText()).isEqualTo("偏离的百分位，不合格信号");
        assertThat(results(run).at("/canaries/1/expected").asText()).isEqualTo("fail");
        assertThat(results(run).at("/canaries/1/found").asText()).isEqualTo("fail");
        assertThat(environment(run)).isEqualTo(canaries + " canaries judged rightly");
        assertThat(data(run).resolve("allure-results"))
                .isDirectoryContaining(file -> file.toString().endsWith("-result.json"));
        assertThat(Files.list(data(run).resolve("allure-results")))
                .filteredOn(file -> file.toString().endsWith("-result.json"))
                .hasSize(run.trials().size());
    }

    @Test
    void aVoidRunIsSealedAndSaysWhy() throws IOException {
        Run run = run(inverted());
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.trials()).isEmpty();
        assertThat(BagVerify.verify(run.plan().directory()).findings()).isEmpty();
        assertThat(Capture.read(data(run).resolve("capture/run.mcap")).end().incidents())
                .isEqualTo(run.incidents());
        JsonNode results = results(run);
        assertThat(results.path("exitCode").asInt()).isEqualTo(4);
        assertThat(results.path("verdict").asText()).isEqualTo("error");
        assertThat(results.at("/incidents/0/en").asText())
                .startsWith(
                        "the judge failed its self-check, the run is void: \"percentile of a deviation, good signal\""
                                + " should be pass and was judged fail (");
        assertThat(results.at("/incidents/0/zh").asText()).startsWith("判定自检未通过，本次运行无效: “偏离的百分位，合格信号”应判为合格，实判为不合格（");
        assertThat(run.canaries()).anyMatch(canary -> canary.found() == Verdict.FAIL && !canary.right());
        assertThat(environment(run)).contains("judged wrongly");
    }
}
