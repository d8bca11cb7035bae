package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.plumbline.error.BenchException;

class SendingTurnTest {

    private final SendingTurn turn = new SendingTurn("nav", 20_000_000);

    @Test
    void isWaitedForNoLongerThanWhoeverHasItMayTake() {
        CompletableFuture.runAsync(turn::take).join();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> turn.take(new Sending("safe-state", false)))
                .isInstanceOf(BenchException.class)
                .hasMessageStartingWith(
                        "channel nav: what was sent before has not returned for 0 s; the fault is the codec's");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(turn.isStopWaiting()).isFalse();
    }
}
