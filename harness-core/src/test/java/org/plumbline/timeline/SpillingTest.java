package org.plumbline.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.HarnessException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.Command;
import org.plumbline.timeline.Observation.CommandFailed;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Observation.Frame;
import org.plumbline.timeline.Observation.FrameFault;
import org.plumbline.timeline.Observation.Mark;
import org.plumbline.timeline.Observation.Repetition;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Observation.Stall;

/** A timeline with pages of three entries and room for two of them answers as one that keeps everything in a list. */
class SpillingTest {

    private static final int PAGE = 3;
    private static final long TWO_PAGES = 500;

    @TempDir
    private Path folder;

    private final VirtualClock clock = new VirtualClock();

    private Timeline spilling(Path where) {
        return new Timeline(clock, observation -> {}, new Pages(PAGE, TWO_PAGES, where));
    }

    private static Sample sample(long time, double value) {
        return new Sample(time, "depth", new Value.Numeric(value));
    }

    /** Everything that a run does to a timeline, by chance. */
    private final class Chance {
        private final Random random;
        private final Timeline timeline = spilling(folder);
        private final List<Observation> all = new ArrayList<>();
        private long time;
        private int seen;

        Chance(long seed) {
            random = new Random(seed);
        }

        void happens() {
            time += random.nextInt(3);
            Observation next = next();
            all.add(next);
            if (next instanceof Mark) {
                timeline.note(next);
                seen = all.size();
            } else {
                timeline.append(next);
            }
        }

        private Observation next() {
            return switch (random.nextInt(13)) {
                case 0 -> new Mark(time);
                case 1 ->
                    new FrameFault(
                            time,
                            one("nav", "state"),
                            FrameError.CHECKSUM,
                            new Text(one("", "é\uD800", "错"), one("", "bad")));
                case 2 ->
                    new CommandSent(
                            time,
                            one("go", "beat"),
                            Map.of("n", "" + time, "4:x", ""),
                            random.nextBoolean(),
                            random.nextBoolean());
                case 9 ->
                    new CommandFailed(
                            time,
                            one("go", "beat"),
                            Map.of("n", "" + time),
                            random.nextBoolean(),
                            Problem.of(Text.same(one("", "é")), new Text("插" + time, "plug it in")));
                case 10 -> new Repetition(time, "beat", random.nextInt(2));
                case 3 ->
                    new ChannelEvent(
                            time, "nav", ChannelEvent.Kind.OPENED, new Text("开" + time, "open " + time), time - 7);
                case 4 -> new Stall(time, random.nextInt(5_000_000), random.nextInt(5_000_000));
                case 5, 6 -> new Sample(time, "mode", new Value.Literal(one("hold", "manual", "", "\uDC00")));
                case 7 -> new Sample(time, "leak", new Value.Logical(random.nextBoolean()));
                case 8 -> new Sample(time, "mixed", value());
                case 11 -> new Frame(time, one("nav", "state"), Direction.RECEIVED, Packet.of(new byte[0]));
                default -> sample(time, random.nextInt(5));
            };
        }

        private Value value() {
            return switch (random.nextInt(4)) {
                case 0 -> new Value.Literal("text");
                case 1 -> new Value.Logical(false);
                case 2 -> new Value.Numeric(-0.0);
                default -> new Value.Numeric(Double.longBitsToDouble(random.nextLong()));
            };
        }

        private String one(String... of) {
            return of[random.nextInt(of.length)];
        }

        private <T extends Observation> List<T> seen(Class<T> type) {
            return all.subList(0, seen).stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        private static boolean within(Observation observation, long from, long to) {
            return observation.time() >= from && observation.time() <= to;
        }

        void isAnswered() {
            long from = random.nextInt((int) time + 2) - 1L;
            long to = from + random.nextInt(100);
            for (String signal : List.of("depth", "mode", "leak", "mixed", "none")) {
                List<Sample> samples = seen(Sample.class).stream()
                        .filter(sample -> sample.signal().equals(signal))
                        .toList();
                assertThat(timeline.samples(signal, from, to))
                        .isEqualTo(samples.stream()
                                .filter(sample -> within(sample, from, to))
                                .toList());
                assertThat(timeline.latest(signal)).isEqualTo(last(samples));
            }
            assertThat(timeline.faults("nav", from, to))
                    .isEqualTo(seen(FrameFault.class).stream()
                            .filter(fault -> fault.channel().equals("nav") && within(fault, from, to))
                            .toList());
            assertThat(timeline.received("nav", from, to).all())
                    .isEqualTo(within(Frame.class, from, to).stream()
                            .filter(frame -> frame.channel().equals("nav"))
                            .count());
            assertThat(timeline.events(from, to)).isEqualTo(within(ChannelEvent.class, from, to));
            assertThat(timeline.commands(from, to)).isEqualTo(within(CommandSent.class, from, to));
            assertThat(timeline.failedCommands(from, to)).isEqualTo(within(CommandFailed.class, from, to));
            lastCommands();
            lateness(from * 1_000_000);
            lateness(from);
        }

        private <T extends Observation> List<T> within(Class<T> type, long from, long to) {
            return seen(type).stream().filter(one -> within(one, from, to)).toList();
        }

        private void lastCommands() {
            List<CommandSent> commands = seen(CommandSent.class);
            assertThat(timeline.lastCommand("beat"))
                    .isEqualTo(last(commands.stream()
                            .filter(command -> command.command().equals("beat"))
                            .toList()));
            assertThat(timeline.lastChange())
                    .isEqualTo(last(
                            commands.stream().filter(CommandSent::changesState).toList()));
            assertThat(timeline.lastAct())
                    .isEqualTo(seen(Observation.class).stream()
                            .filter(SpillingTest::changes)
                            .mapToLong(Observation::time)
                            .reduce((one, other) -> other));
        }

        private void lateness(long stamp) {
            assertThat(timeline.lateness(stamp))
                    .isEqualTo(seen(Stall.class).stream()
                            .filter(stall -> stall.covers(stamp))
                            .mapToLong(Stall::lateness)
                            .max()
                            .orElse(0));
        }

        private static <T> Optional<T> last(List<T> list) {
            return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
        }
    }

    private static boolean changes(Observation observation) {
        return observation instanceof Repetition
                || observation instanceof Command command && command.changesState() && !command.repeated();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverHappensIsAnsweredAsFromAList(long seed) {
        Chance chance = new Chance(seed);
        chance.timeline.note(new Mark(0));
        chance.all.add(new Mark(0));
        chance.seen = 1;
        for (int i = 0; i < 2000; i++) {
            chance.happens();
            if (i % 7 == 0) {
                chance.isAnswered();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void whatIsWaitedForIsFoundWhereverItIsKept(long seed) {
        Random random = new Random(seed);
        Timeline timeline = spilling(folder);
        List<Sample> all = new ArrayList<>();
        timeline.note(new Mark(0));
        for (int i = 0; i < 600; i++) {
            Sample next = sample(clock.now() + random.nextInt(2), random.nextInt(40));
            all.add(next);
            clock.schedule(next.time(), () -> timeline.append(next));
            clock.await(() -> false, next.time());
            if (i % 9 == 0) {
                String wanted = Integer.toString(random.nextInt(40));
                long from = random.nextInt((int) clock.now() + 1);
                Optional<Sample> first = all.stream()
                        .filter(sample ->
                                sample.time() >= from && sample.value().is(wanted, Unit.ONE))
                        .findFirst();
                assertThat(timeline.await(
                                "depth", from, sample -> sample.value().is(wanted, Unit.ONE), clock.now()))
                        .isEqualTo(first);
            }
        }
    }

    @Nested
    class AStretch {

        private Timeline timeline;

        @BeforeEach
        void begin() {
            timeline = spilling(folder);
        }

        private void append(int from, int to) {
            for (int i = from; i < to; i++) {
                timeline.append(sample(i, i));
            }
        }

        @Test
        void staysAsItWasWhenItWasAskedFor() {
            append(0, 100);
            Samples samples = timeline.samples("depth", 0, Long.MAX_VALUE - 1);
            append(100, 1000);
            assertThat(samples).hasSize(100).first().isEqualTo(sample(0, 0));
            assertThat(samples).last().isEqualTo(sample(99, 99));
            assertThat(samples.time(98)).isEqualTo(98);
            assertThat(samples.number(97)).isEqualTo(97);
            assertThatThrownBy(() -> samples.get(100)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> samples.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void keepsTheBitsOfEveryNumber() {
            long[] bits = {0x7ff8000000000123L, 0xfff0000000000000L, 0x8000000000000000L, 1L, 0x7ff0000000000001L};
            for (int i = 0; i < 1000; i++) {
                timeline.append(sample(i, Double.longBitsToDouble(bits[i % bits.length])));
            }
            Samples samples = timeline.samples("depth", 0, 1000);
            for (int i = 0; i < 1000; i++) {
                assertThat(Double.doubleToRawLongBits(samples.number(i))).isEqualTo(bits[i % bits.length]);
            }
        }

        @Test
        void cannotBeReadOnceTheTimelineIsClosed() {
            append(0, 100);
            Samples samples = timeline.samples("depth", 0, 100);
            timeline.close();
            assertThatThrownBy(() -> samples.get(0)).hasMessage("the timeline is closed");
        }
    }

    @Nested
    class TheDisk {

        private List<Path> files() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.toList();
            }
        }

        @Test
        void isNotTouchedByAShortRun() throws IOException {
            Path missing = folder.resolve("missing");
            try (Timeline timeline = new Timeline(clock, observation -> {}, new Pages(100, 100_000, missing))) {
                for (int i = 0; i < 1000; i++) {
                    timeline.append(sample(i, i));
                }
                assertThat(timeline.samples("depth", 0, 1000)).hasSize(1000);
            }
            assertThat(files()).isEmpty();
        }

        @Test
        void isCleanAfterwards() throws IOException {
            try (Timeline timeline = spilling(folder)) {
                for (int i = 0; i < 1000; i++) {
                    timeline.append(sample(i, i));
                }
                assertThat(timeline.samples("depth", 500, 500)).containsExactly(sample(500, 500));
            }
            assertThat(files()).isEmpty();
        }

        @Test
        void thatFailsEndsTheRunWithASentence() {
            Timeline timeline = spilling(folder.resolve("missing"));
            for (int i = 0; i < 1000; i++) {
                timeline.append(sample(i, i));
            }
            assertThatThrownBy(() -> timeline.samples("depth", 0, 1))
                    .isInstanceOfSatisfying(HarnessException.class, why -> {
                        assertThat(why.message(Language.EN))
                                .startsWith("the timeline's temporary file cannot be written or read: "
                                        + "there is no such file or folder; check space and permissions of");
                        assertThat(why.message(Language.ZH)).startsWith("时间线的临时文件无法读写: 文件或文件夹不存在");
                    });
            assertThatThrownBy(() -> timeline.awaitTime(10)).isInstanceOf(HarnessException.class);
            assertThatThrownBy(() -> timeline.await("depth", 0, sample -> false, 10))
                    .isInstanceOf(HarnessException.class);
            assertThatThrownBy(timeline::requireWhole).isInstanceOf(HarnessException.class);
            assertThatThrownBy(() -> {
                        try (timeline) {
                            timeline.requireWhole();
                        }
                    })
                    .as("also where it is closed for that")
                    .isInstanceOf(HarnessException.class);
            assertThatThrownBy(timeline::close).isInstanceOf(HarnessException.class);
        }
    }
}
