package org.plumbline.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.timeline.Observation.Stall;

/** Whatever order the harness is told in, what held it up is found; and of a long run only what is near. */
class StallsTest {

    private static final long MS = 1_000_000L;
    private static final int PAGE = 3;
    private static final long SOME_PAGES = 900;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areFoundInWhateverOrderTheyAreTold(long seed) {
        Random random = new Random(seed);
        List<Stall> told = new ArrayList<>();
        try (Pages pages = new Pages(PAGE, SOME_PAGES, folder)) {
            Stalls stalls = new Stalls(pages);
            for (int i = 0; i < 300; i++) {
                long end = 10 * MS * i - random.nextInt((int) (50 * MS));
                Stall stall = new Stall(end, random.nextInt((int) (30 * MS)), random.nextInt(3), random.nextInt(4));
                told.add(stall);
                stalls.add(stall, i + 1);
                int known = random.nextInt(told.size()) + 1;
                long stamp = (long) (random.nextDouble() * 10 * MS * (i + 2));
                long to = stamp + random.nextInt((int) (50 * MS));
                assertThat(stalls.lateness(stamp, known))
                        .isEqualTo(told.subList(0, known).stream()
                                .filter(one -> one.covers(stamp))
                                .mapToLong(Stall::lateness)
                                .max()
                                .orElse(0));
                assertThat(stalls.pressure(stamp, to, known))
                        .isEqualTo(told.subList(0, known).stream()
                                .mapToLong(one -> one.pressure(stamp, to))
                                .max()
                                .orElse(0));
            }
        }
    }

    /** Of a timeline that is closed only what is in memory can be read. */
    @Test
    void ofLongAgoAreNotReadForWhatIsNewAfterOneCameOutOfOrder() {
        Pages pages = new Pages(PAGE, SOME_PAGES, folder);
        Stalls stalls = new Stalls(pages);
        for (int i = 0; i < 1000; i++) {
            stalls.add(new Stall(10 * MS * i, MS, MS), i + 1);
        }
        stalls.add(new Stall(9989 * MS, MS, 2 * MS), 1001);
        pages.close();
        assertThat(stalls.lateness(9989 * MS, 1001)).isEqualTo(2 * MS);
        assertThat(stalls.pressure(9989 * MS, 9999 * MS, 1001)).isZero();
        assertThatThrownBy(() -> stalls.lateness(MS, 1001)).hasMessage("the timeline is closed");
    }
}
