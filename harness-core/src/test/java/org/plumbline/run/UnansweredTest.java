package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plumbline.channel.Packet;
import org.plumbline.text.Text;
import org.plumbline.timeline.VirtualClock;

class UnansweredTest {

    private static final Text NO = Text.same("no");

    private final VirtualClock clock = new VirtualClock();
    private final Unanswered unanswered = new Unanswered(clock);

    private Packet sends(String command, boolean repeated) {
        Packet packet = Packet.of(new byte[] {1});
        unanswered.sends(packet, new Sending(command, repeated), 0, true);
        return packet;
    }

    private List<String> declined() {
        return unanswered.declined(packet -> true, NO).stream()
                .map(command -> command.sending().command())
                .toList();
    }

    /** A plugin's code decides which commands are meant. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void holdsNobodyUpWhileItIsLookedWhichAreMeant() {
        sends("arm", false);
        assertThat(unanswered.declined(
                        packet -> {
                            CompletableFuture.runAsync(unanswered::broken).join();
                            return true;
                        },
                        NO))
                .isEmpty();
    }

    @Test
    void takesARefusalForAllOfStepsWhereAnAnswerWasLost() {
        sends("beat", true);
        sends("arm", false);
        sends("poll", true);
        sends("safe-state", false);
        assertThat(declined()).containsExactly("arm", "safe-state");
    }

    @Test
    void takesItForTheOldestOfWhatGoesOutByItself() {
        sends("on-open", false);
        sends("poll", true);
        assertThat(declined()).containsExactly("on-open");
        assertThat(declined()).as("the first in a row").isEmpty();
        sends("poll", true);
        assertThat(declined()).containsExactly("poll");
    }

    @Test
    void takesAnAcceptanceForThatOfTheOldest() {
        sends("arm", false);
        sends("safe-state", false);
        unanswered.accepted(packet -> true);
        assertThat(declined()).containsExactly("safe-state");
    }

    @Test
    void waitsForNoAnswerToWhatDidNotGoOut() {
        Packet arm = sends("arm", false);
        sends("safe-state", false);
        unanswered.withdraw(arm);
        assertThat(declined()).containsExactly("safe-state");
    }

    /** A run that was interrupted sends it once more at its end. */
    @Test
    void waitsForTheFirstAnswerThoughAnotherCommandFollows() {
        sends("safe-state", false);
        clock.schedule(100, () -> sends("safe-state", false));
        clock.schedule(200, () -> {
            declined();
            unanswered.conclude();
        });
        assertThat(unanswered.awaitFate()).contains(NO);
    }

    @Test
    void waitsForNoneOnceTheChannelIsBroken() {
        sends("arm", false);
        clock.schedule(100, unanswered::broken);
        assertThat(unanswered.awaitFate()).isEmpty();
        assertThat(clock.now()).isEqualTo(100);
    }
}
