package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.run.ChannelLatency;
import org.plumbline.run.Characterisation;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;

/** What time stamps are worth is measured once, live, and goes with the capture. */
class CharacterisedRunTest {

    @TempDir
    Path folder;

    @Test
    @EnabledIf("org.plumbline.pty.PseudoTerminal#available")
    void aLiveRunMeasuresItsChannelsAndAReplayReadsThemBack() {
        Run run;
        List<Long> utc = new ArrayList<>();
        try (LiveRig rig = LiveRig.start(RobotModels.named("underwater"), List.of(), 1)) {
            run = Plumbline.bench(rig.writeBench(folder.resolve("live")))
                    .in(Language.EN)
                    .out(folder.resolve("out"))
                    .with(new RunListener() {
                        @Override
                        public void trialFinished(TrialResult trial, Session session) {
                            utc.add(session.timeline().utc(trial.to()).orElseThrow() - trial.to());
                        }
                    })
                    .run(Suite.named("underwater").only("UW-D03"));
        }
        assertThat(utc)
                .as("what was measured before is not a part of the run")
                .isNotEmpty()
                .allSatisfy(zero -> assertThat(Instant.ofEpochSecond(0, zero))
                        .isCloseTo(run.plan().started(), within(100, ChronoUnit.MILLIS)));
        Characterisation live = run.plan().characterisation();
        assertThat(live.resolution()).isPositive();
        assertThat(live.channels()).extracting(ChannelLatency::transport).contains("serial", "mqtt");
        assertThat(live.channels())
                .extracting(ChannelLatency::channel)
                .containsExactlyElementsOf(run.plan().bench().channels().stream()
                        .map(channel -> channel.name())
                        .toList());
        assertThat(live.channels()).allSatisfy(channel -> assertThat(channel.median())
                .as(channel.words().en())
                .isPositive()
                .isLessThanOrEqualTo(channel.p99()));
        Path data = run.plan().directory().resolve("data");
        Run again = Plumbline.bench(data.resolve("inputs/bench.yaml"))
                .in(Language.EN)
                .replay(data.resolve("capture/run.mcap"))
                .run(Suite.at(data.resolve("inputs")).only("UW-D03"));
        assertThat(again.plan().characterisation()).isEqualTo(live);
        assertThat(again.trials()).flatExtracting(TrialResult::judgements).isNotEmpty();
        assertThat(again.trials().stream().flatMap(trial -> trial.judgements().stream()))
                .containsExactlyElementsOf(run.trials().stream()
                        .flatMap(trial -> trial.judgements().stream())
                        .toList());
    }

    @Test
    void aRunInVirtualTimeHasNothingToMeasure() {
        Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
        Run run = Plumbline.bench(bench).virtual().run(Suite.named("underwater").only("UW-C01"));
        assertThat(run.plan().characterisation()).isEqualTo(Characterisation.NONE);
    }
}
