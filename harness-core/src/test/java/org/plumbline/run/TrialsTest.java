package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.run.Rig.SECOND;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.error.BenchException;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.Observation;

class TrialsTest {

    private static final ScenarioPlan SCENARIO =
            new ScenarioPlan("f:1", "s", "f", 1, Language.EN, List.of(), true, 0, List.of(), 0);

    private final Rig rig = new Rig();
    private final Trials trials = new Trials(rig.session);

    @AfterEach
    void close() {
        rig.close();
    }

    private void lose() {
        rig.receivers.get("wire").lost(Text.same("unplugged"));
    }

    @Nested
    class AfterALoss {

        @Test
        void beginOnceTheChannelIsBackWhereTheBenchOpensItAgain() {
            rig.reconnects = true;
            rig.until(1);
            lose();
            rig.at(5, () -> rig.receivers.get("wire").restored());
            trials.begin(SCENARIO);
            assertThat(rig.clock.now()).isEqualTo(5 * SECOND);
            rig.session.requireChannels();
        }

        @Test
        void beginWithoutItAfterAMinuteAndThenAtOnce() {
            rig.reconnects = true;
            rig.until(1);
            lose();
            trials.begin(SCENARIO);
            trials.begin(SCENARIO);
            assertThat(rig.clock.now()).isEqualTo(61 * SECOND);
            assertThatThrownBy(rig.session::requireChannels).isInstanceOf(BenchException.class);
        }

        @Test
        void beginNoMoreWhereTheRunIsInterruptedMeanwhile() {
            rig.reconnects = true;
            rig.until(1);
            lose();
            rig.at(5, rig.session::interrupt);
            assertThatThrownBy(() -> trials.begin(SCENARIO)).isInstanceOf(InterruptedRunException.class);
            assertThat(rig.recorded).noneMatch(Observation.TrialBegun.class::isInstance);
        }

        @Test
        void beginAtOnceWhereItStaysLost() {
            rig.until(1);
            lose();
            trials.begin(SCENARIO);
            assertThat(rig.clock.now()).isEqualTo(SECOND);
        }
    }

    /** A stream of bytes may be joined in the midst of a frame; what is wrong later is wrong. */
    @Test
    void theFirstFrameAfterAChannelOpenedCountsAsNoFault() {
        rig.arrive("?");
        assertThat(faults()).isEmpty();
        rig.arrive("?");
        assertThat(faults()).hasSize(1);
        lose();
        rig.receivers.get("wire").restored();
        rig.arrive("?");
        assertThat(faults()).hasSize(1);
        assertThat(rig.recorded).filteredOn(Observation.Frame.class::isInstance).hasSize(3);
    }

    private List<Observation> faults() {
        return rig.recorded.stream()
                .filter(Observation.FrameFault.class::isInstance)
                .toList();
    }
}
