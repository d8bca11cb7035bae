package org.plumbline.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

    private final VirtualClock clock = new VirtualClock();
    private final List<String> done = new ArrayList<>();

    private void at(long time, String what) {
        clock.schedule(time, () -> done.add(what + "@" + clock.now()));
    }

    @Test
    void runsTasksByTimeAndThoseOfOneTimeInTheOrderOfScheduling() {
        at(20, "c");
        at(10, "a");
        at(20, "d");
        at(10, "b");
        assertThat(clock.await(() -> false, 20)).isFalse();
        assertThat(done).containsExactly("a@10", "b@10", "c@20", "d@20");
        assertThat(clock.now()).isEqualTo(20);
    }

    @Test
    void standsStillWhereTheConditionComesTrue() {
        at(10, "a");
        at(20, "b");
        assertThat(clock.await(() -> done.size() == 1, 50)).isTrue();
        assertThat(clock.now()).isEqualTo(10);
        assertThat(clock.await(() -> true, 50)).isTrue();
        assertThat(done).containsExactly("a@10");
    }

    @Test
    void goesToTheEndOfTheWaitAndNotBeyond() {
        at(100, "late");
        assertThat(clock.await(() -> false, 99)).isFalse();
        assertThat(clock.now()).isEqualTo(99);
        assertThat(done).isEmpty();
    }

    @Test
    void neverGoesBack() {
        clock.await(() -> false, 100);
        at(50, "overdue");
        assertThat(clock.await(() -> false, 60)).isFalse();
        assertThat(done).containsExactly("overdue@100");
    }

    @Test
    void runsWhatATaskSchedules() {
        clock.schedule(10, () -> at(10, "again"));
        clock.await(() -> false, 10);
        assertThat(done).containsExactly("again@10");
    }

    @Test
    void takesTasksBack() {
        Clock.Cancellation cancellation = clock.schedule(10, () -> done.add("cancelled"));
        at(10, "kept");
        cancellation.cancel();
        clock.await(() -> false, 10);
        assertThat(done).containsExactly("kept@10");
    }

    @Test
    void aTaskThatThrowsEndsNothingButItself() {
        clock.schedule(10, () -> {
            throw new IllegalStateException("thrown by a test");
        });
        at(11, "next");
        assertThat(clock.await(() -> false, 20)).isFalse();
        assertThat(done).containsExactly("next@11");
    }
}
