package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

        private static final long MS = 1_000_000;

        private long micros = 1_000_000;

        /** Of what each slot of 50 ms brings, in ms. */
        private List<Long> noted(double... waited) throws IOException {
            Path file = threads.resolve("cpu");
            total(file, micros);
            ProcessorPressure pressure = new ProcessorPressure(file);
            List<Long> noted = new ArrayList<>();
            for (double each : waited) {
                micros += Math.round(each * 1000);
                total(file, micros);
                noted.add(pressure.longest(50 * MS).waited() / MS);
            }
            return noted;
        }

        /** 54 ms from the middle of a slot on fill none: 33 and 21, or 4 and 49. */
        @Test
        void reachesIntoTheNextSlotWhereItFillsNone() throws IOException {
            assertThat(noted(0, 33, 21, 0)).containsExactly(0L, 33L, 54L, 21L);
            assertThat(noted(0, 4, 50, 0)).containsExactly(0L, 4L, 54L, 54L);
        }

        /** Two are full. Afterwards only what began then counts. */
        @Test
        void reachesIntoTheSlotsBeforeAndAfterThoseThatItFills() throws IOException {
            assertThat(noted(0, 30, 48, 45, 12, 0)).containsExactly(0L, 30L, 80L, 130L, 142L, 12L);
        }

        /** Of two busy processors of which one waits the kernel gives the mean; that of all others tells nothing. */
        @Test
        void aSlotThatIsNotFullEndsIt() throws IOException {
            assertThat(noted(44, 44, 44, 44)).containsExactly(44L, 88L, 88L, 88L);
        }

        @Test
        void isNextToNothingOnAQuietComputer() throws IOException {
            assertThat(noted(1, 2, 0, 2, 1)).containsExactly(1L, 3L, 2L, 2L, 3L);
        }

        /** A look right after another tells no share of time: reading alone takes some of that. */
        @Test
        void aShortSlotIsLengthenedByTheNext() throws IOException {
            Path file = threads.resolve("cpu");
            total(file, 0);
            ProcessorPressure pressure = new ProcessorPressure(file);
            total(file, 40_000);
            assertThat(pressure.longest(50 * MS)).isEqualTo(new ProcessorPressure.Wait(40 * MS, 50 * MS));
            total(file, 40_700);
            assertThat(pressure.longest(MS)).isEqualTo(new ProcessorPressure.Wait(40_700_000, 51 * MS));
            total(file, 90_000);
            assertThat(pressure.longest(50 * MS)).isEqualTo(new ProcessorPressure.Wait(91 * MS, 101 * MS));
            total(file, 95_000);
            assertThat(pressure.longest(50 * MS)).isEqualTo(new ProcessorPressure.Wait(96 * MS, 151 * MS));
            total(file, 99_000);
            assertThat(pressure.longest(50 * MS)).isEqualTo(new ProcessorPressure.Wait(9 * MS, 100 * MS));
        }

        /** It may have been anywhere in the slots that it shows in: as much of a stretch as these share with it. */
        @Test
        void coversWhatItMayHaveFallenInto() {
            Stall stall = new Stall(200 * MS, 100 * MS, 0, 54 * MS);
            assertThat(stall.pressure(0, 184 * MS)).isEqualTo(54 * MS);
            assertThat(stall.pressure(0, 130 * MS)).isEqualTo(30 * MS);
            assertThat(stall.pressure(190 * MS, 300 * MS)).isEqualTo(10 * MS);
            assertThat(stall.pressure(0, 90 * MS)).isZero();
        }

        @Test
        void isNoneWhereTheSystemDoesNotTell() {
            assertThat(new ProcessorPressure(threads.resolve("missing")).longest(50_000_000))
                    .isEqualTo(new ProcessorPressure.Wait(0, 50_000_000));
        }
    }

    @Nested
    class OnTheTimeline {

        private final List<Observation> seen = new CopyOnWriteArrayList<>();

        @Test
        void aWaitMakesStampsAsLateAsItLasted() throws IOException {
            thread("11", "plumbline-seria", 0);
            try (LiveClock clock = new LiveClock();
                    Timeline timeline = new Timeline(clock, seen::add);
                    Pulse pulse =
                            new Pulse(timeline, () -> {}, new ProcessorWait(threads), new ProcessorPressure(threads))) {
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

        /** What is counted until a step looks is known to it. */
        @Test
        void aWaitOfOtherProcessesIsOnTheTimeline() throws IOException {
            Path pressure = threads.resolve("cpu");
            Files.writeString(pressure, "some avg10=0.00 total=0\n");
            try (LiveClock clock = new LiveClock();
                    Timeline timeline = new Timeline(clock, seen::add);
                    Pulse pulse = new Pulse(
                            timeline, () -> {}, new ProcessorWait(threads), new ProcessorPressure(pressure))) {
                timeline.note(new Observation.Mark(clock.now()));
                Files.writeString(pressure, "some avg10=0.00 total=900000000\n");
                timeline.awaitTime(clock.now() + 20_000_000);
                pulse.look();
                timeline.note(new Observation.Mark(clock.now()));
                assertThat(timeline.pressure(0, clock.now())).isGreaterThanOrEqualTo(20_000_000);
                assertThat(seen)
                        .filteredOn(o -> o instanceof Stall stall && stall.pressure() > 0)
                        .allSatisfy(
                                o -> assertThat(((Stall) o).duration()).isGreaterThanOrEqualTo(((Stall) o).pressure()));
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
                    Pulse pulse =
                            new Pulse(timeline, () -> {}, new ProcessorWait(threads), new ProcessorPressure(threads))) {
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
