package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final long MS = 1_000_000L;

    private final Silence silence = new Silence();

    SilenceTest() {
        silence.begins(5_000 * MS);
    }

    /** How long a silence may last before it is one of which nobody knows, in ms. */
    private long most() {
        long ms = 0;
        while (!silence.tellsNothing(silence.since(), silence.since() + (ms + 1) * MS)) {
            ms++;
        }
        return ms;
    }

    private void hear(int every, int times) {
        for (int i = 0; i < times; i++) {
            silence.ends(silence.since() + every * MS);
        }
    }

    @Test
    void isNoticedSoonWhereMuchComes() {
        assertThat(most()).isEqualTo(200);
        hear(50, 10);
        assertThat(silence.since()).isEqualTo(5_500 * MS);
        assertThat(most()).isEqualTo(200);
    }

    /** The same silence as before is no news of a device that sends twice a second. */
    @Test
    void lastsAsLongAsOneThatEndedDid() {
        hear(500, 2);
        hear(50, 10);
        assertThat(most()).isEqualTo(500);
    }

    /** Nor is the time between two connections a silence. */
    @Test
    void neverLastsMoreThanASecond() {
        silence.begins(60_000 * MS);
        assertThat(most()).isEqualTo(200);
        hear(4_000, 1);
        assertThat(most()).isEqualTo(1_000);
    }
}
