package org.plumbline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Given up at 100; answers are waited for 10. */
class LateAnswerTest {

    private final LateAnswer late = new LateAnswer(100, 10);

    @Test
    void canComeAsLongAsNoAnswerWasFollowedByQuiet() {
        assertThat(late.quietUntil()).isEqualTo(110);
        assertThat(late.isSettled(150)).isFalse();
        late.answered(120);
        assertThat(late.quietUntil()).isEqualTo(130);
        assertThat(late.isSettled(129)).isFalse();
        assertThat(late.isSettled(130)).isTrue();
    }

    @Test
    void mayBeWhatCameWithoutAQuestion() {
        late.answered(120);
        late.heard(125);
        assertThat(late.quietUntil()).isEqualTo(135);
        assertThat(late.isSettled(140)).isFalse();
    }

    @Test
    void keepsNobodyFromAskingForEver() {
        late.heard(500);
        assertThat(late.quietUntil()).isEqualTo(200);
    }
}
