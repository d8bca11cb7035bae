package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ReachTest {

    @Test
    void goesToTheLeastAndTheGreatest() {
        assertThat(Reach.of(5, DoubleStream.of(4.5, 7, 6, 4.75))).isEqualTo(new Reach(0.5, 2));
        assertThat(Reach.of(5, DoubleStream.of(6))).isEqualTo(new Reach(0, 1));
        assertThat(Reach.of(5, DoubleStream.of(5)).isNone()).isTrue();
    }

    /** Where nothing is to be reached it stays so. */
    @Test
    void goesFartherOnlyOnItsOwnSides() {
        assertThat(new Reach(0, 2).beyond(0.5)).isEqualTo(new Reach(0, 2.5));
        assertThat(new Reach(1, 0).beyond(0.5)).isEqualTo(new Reach(1.5, 0));
    }
}
