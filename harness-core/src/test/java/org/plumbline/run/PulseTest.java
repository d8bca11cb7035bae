package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.Stall;
import org.plumbline.timeline.Timeline;

final class PulseTest {

    @TempDir
    private Path threads;

    @Nested
    class Processors {

        @Test
        void theThreadThatWaitedLongestCounts() throws IOException {
            thread("11", "MQTT Rec: plumb", 1_000);
            thread("12", "plumbline-seria", 2_000);
            try (ProcessorWait wait = new ProcessorWait(threads)) {
                assertThat(wait.since()).isZero();
                thread("11", "MQTT Rec: plumb", 31_000_000);
                thread("12", "plumbline-seria", 9_000_000);
                assertThat(wait.since()).isEqualTo(31_000_000 - 1_000);
                assertThat(wait.since()).isZero();
            }
        }

        @Test
        void aNewThreadCountsFromItsBeginning() throws IOException {
            try (ProcessorWait wait = new ProcessorWait(threads)) {
                thread("13", "robot-nav", 7_000_000);
                assertThat(wait.since()).isEqualTo(7_000_000);
            }
        }

        @Test
        void threadsOfTheVirtualMachineCarryNoFrames() throws IOException {
            thread("14", "C2 CompilerThre", 0);
            thread("15", "VM Thread", 0);
            thread("16", "GC Thread#0", 0);
            try (ProcessorWait wait = new ProcessorWait(threads)) {
                for (String id : List.of("14", "15", "16")) {
                    thread(id, "C2 CompilerThre", 90_000_000);
                }
                assertThat(wait.since()).isZero();
            }
        }

        @Test
        void whereNothingIsCountedNothingIsKnown() {
            try (ProcessorWait wait = new ProcessorWait(threads.resolve("missing"))) {
                assertThat(wait.since()).isZero();
            }
        }

        /** An ended thread's counter reads as nothing. */
        @Test
        void aThreadMayEnd() throws IOException {
            thread("17", "robot-nav", 0);
            try (ProcessorWait wait = new ProcessorWait(threads)) {
                Files.writeString(threads.resolve("17/schedstat"), "");
                assertThat(wait.since()).isZero();
            }
        }
    }

    @Nested
    class Pressure {

        private void total(Path file, long micros) throws IOException {
            Files.writeString(
                    file,
                    "some avg10=1.53 avg60=0.87 avg300=0.26 total=" + micros
                            + "\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=7\n");
        }

        @Test
        void lastsAsLongAsSomethingNearlyAlwaysWaits() throws IOException {
            Path file = threads.resolve("cpu");
            total(file, 1_000_000);
            ProcessorPressure pressure = new ProcessorPressure(file);
            assertThat(pressure.lasting(1_000_000_000)).as("not counted anew").isZero();
            total(file, 2_950_000);
            assertThat(pressure.lasting(1_000_000_000)).isEqualTo(2_000_000_000);
            total(file, 4_900_000);
            assertThat(pressure.lasting(2_000_000_000)).isEqualTo(4_000_000_000L);
            total(file, 6_600_000);
            assertThat(pressure.lasting(2_000_000_000)).as("1.7 of 2 s").isZero();
        }

        @Test
        void isNoneWhereTheSystemDoesNotTell() {
            assertThat(new ProcessorPressure(threads.resolve("missing")).lasting(50_000_000))
                    .isZero();
        }
    }

    @Nested
    class OnTheTimeline {

        private final List<Observation> seen = Collections.synchronizedList(new ArrayList<>());

        @Test
        void aWaitMakesStampsAsLateAsItLasted() throws IOException {
            thread("11", "plumbline-seria", 0);
            try (LiveClock clock = new LiveClock();
                    Timeline timeline = new Timeline(clock, seen::add);
                    Pulse pulse = new Pulse(timeline, new ProcessorWait(threads), new ProcessorPressure(threads))) {
                long stamp = clock.now();
                thread("11", "plumbline-seria", 400_000_000_000L);
                pulse.look();
                assertThat(timeline.lateness(stamp)).isGreaterThanOrEqualTo(400_000_000_000L);
                assertThat(seen)
                        .filteredOn(o -> o instanceof Stall stall && stall.lateness() == 400_000_000_000L)
                        .singleElement()
                        .satisfies(o -> assertThat(((Stall) o).duration()).isGreaterThan(400_000_000_000L));
            }
        }

        /** The wait that ends a measurement looks before it is judged. */
        @Test
        void whatAWaitBringsIsJudgedWithWhatHeldItUp() {
            try (LiveClock clock = new LiveClock();
                    Timeline timeline = new Timeline(clock, seen::add)) {
                timeline.note(new Observation.Mark(clock.now()));
                timeline.beforeMarks(() -> timeline.append(new Stall(clock.now(), 5_000_000_000L, 70_000_000L)));
                long stamp = clock.now();
                timeline.awaitTime(stamp);
                assertThat(timeline.lateness(stamp)).isEqualTo(70_000_000L);
            }
        }
    }

    @Nested
    class WallClocks {

        /** Live, but for a wall clock that a test sets. */
        private record Settable(LiveClock live, AtomicLong ahead) implements Clock {

            @Override
            public long now() {
                return live.now();
            }

            @Override
            public long utc() {
                return live.utc() + ahead.get();
            }

            @Override
            public boolean await(BooleanSupplier condition, long until) {
                return live.await(condition, until);
            }

            @Override
            public void changed() {
                live.changed();
            }

            @Override
            public Cancellation schedule(long at, Runnable task) {
                return live.schedule(at, task);
            }
        }

        /** Before what was awaited is judged. */
        @Test
        void aStepIsReadAtOnce() {
            AtomicLong ahead = new AtomicLong();
            try (LiveClock live = new LiveClock();
                    Timeline timeline = new Timeline(new Settable(live, ahead), observation -> {});
                    Pulse pulse = new Pulse(timeline, new ProcessorWait(threads), new ProcessorPressure(threads))) {
                timeline.note(new Observation.Mark(live.now()));
                assertThat(timeline.utc(live.now()).orElseThrow()).isCloseTo(live.utc(), Offset.offset(1_000_000_000L));
                ahead.set(-3_600_000_000_000L);
                pulse.look();
                timeline.note(new Observation.Mark(live.now()));
                assertThat(timeline.clockStep(0, live.now()).orElseThrow().by())
                        .isCloseTo(-3_600_000_000_000L, Offset.offset(1_000_000_000L));
                assertThat(timeline.utc(live.now()).orElseThrow())
                        .isCloseTo(live.utc() - 3_600_000_000_000L, Offset.offset(1_000_000_000L));
            }
        }
    }

    private void thread(String id, String name, long waited) throws IOException {
        Path folder = Files.createDirectories(threads.resolve(id));
        Files.writeString(folder.resolve("comm"), name + "\n");
        Files.writeString(folder.resolve("schedstat"), "123456 " + waited + " 78\n");
    }
}
