package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.capture.Capture;
import org.plumbline.evidence.Evidence;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.suite.Interruption;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;

/** A capture without its bundle looks no better than its run. */
class LoneCaptureTest {

    @TempDir
    private Path folder;

    /** Ended by its user after the first of two trials: no observation shows that there was to be another. */
    private Path interrupted() throws IOException {
        Interruption interruption = new Interruption();
        RunListener user = new RunListener() {
            @Override
            public void trialFinished(TrialResult trial, Session session) {
                interruption.request();
            }
        };
        Run run = Plumbline.bench(SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                        .writeTo(folder.resolve("bench")))
                .virtual()
                .in(Language.EN)
                .repeat(2)
                .out(folder.resolve("out"))
                .with(new Evidence(Language.EN, List.of()))
                .with(user)
                .interruptedBy(interruption)
                .run(Suite.named("underwater").only("UW-C01"));
        assertThat(run.trials()).hasSize(1);
        assertThat(run.interrupted()).isTrue();
        assertThat(run.exitCode()).isEqualTo(3);
        return run.plan().directory().resolve("data/capture/run.mcap");
    }

    private static Outcome rejudge(Path source, String... more) {
        return Outcome.of(Stream.concat(Stream.of("rejudge", "--lang", "en", source.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void saysThatItsRunWasInterrupted() throws IOException {
        Path recorded = interrupted();
        Path lone = Files.copy(recorded, folder.resolve("lone.mcap"));
        Files.copy(recorded.resolveSibling("run.mcap.chain"), folder.resolve("lone.mcap.chain"));
        Outcome again = rejudge(lone);
        assertThat(again.exit()).as(again.out() + again.err()).isEqualTo(3);
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains("! the run did not go to its end");
        assertThat(Capture.read(lone).end().interrupted()).isTrue();
    }

    @Test
    void saysWhereNoChainProvesIt() throws IOException {
        Path recorded = interrupted();
        Path lone = Files.copy(recorded, folder.resolve("lone.mcap"));
        Outcome again = rejudge(lone, "--json");
        assertThat(again.err())
                .isEqualTo(
                        lone + ": its hash chain lone.mcap.chain is not beside it: nothing proves that it is what was"
                                + " recorded" + System.lineSeparator());
        assertThat(json(again).path("chain").asText()).isEqualTo("missing");
        Path bundle = recorded.getParent().getParent().getParent();
        assertThat(json(rejudge(bundle, "--json")).path("chain").asText()).isEqualTo("sound");
        assertThat(json(rejudge(recorded, "--json")).path("chain").asText()).isEqualTo("sound");
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(outcome.out());
    }
}
