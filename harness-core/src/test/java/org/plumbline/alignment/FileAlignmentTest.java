package org.plumbline.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.Laboratory;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Observation.Frame;
import org.plumbline.timeline.Observation.FrameFault;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Recording;

/** A force gauge with a clock of its own sees the device press; the harness knows when it told the device to. */
class FileAlignmentTest {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;
    private static final Unit NEWTON = Unit.of("N").orElseThrow();
    private static final Path FILE = Path.of("gauge.csv");
    private static final Adapters ADAPTERS = new Adapters(List.of(), List.of(new TextFile()));

    private static final Map<String, Object> SYNC =
            Map.of("file", Map.of("signal", "force", "above", "5 N"), "run", Map.of("command", "press"));
    private static final Map<String, Object> RELEASE =
            Map.of("file", Map.of("signal", "force", "below", 5), "run", Map.of("command", "release"));

    private static Bench bench(Map<String, Object> more) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("sync", SYNC, "clock-uncertainty", "2 ms", "clock-drift", 50));
        settings.putAll(more);
        Instrument gauge = new Instrument(
                "gauge",
                "m",
                "g",
                "2",
                null,
                Map.of("gauge", new ChannelSpec("gauge", "gauge", "file", "text", Settings.of(settings))),
                Map.of("force", new SignalSpec("force", "gauge", NEWTON, null, null, Settings.of(Map.of()))),
                Map.of(),
                Map.of());
        Device device = new Device(
                new DeviceIdentity("test", "m", "x", "1", "1"),
                Map.of(),
                Map.of(),
                Map.of("wire", new ChannelSpec("wire", Device.OWNER, "serial", "lines", Settings.of(Map.of()))),
                Map.of("contact", new SignalSpec("contact", "wire", Unit.ONE, null, null, Settings.of(Map.of()))),
                commands("press", "release"));
        return new Bench(
                new Laboratory("lab", ""),
                "me",
                Map.of(),
                device,
                List.of(gauge),
                1,
                null,
                new Secrets(name -> null),
                null,
                null);
    }

    private static Map<String, CommandSpec> commands(String... names) {
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        for (String name : names) {
            commands.put(name, new CommandSpec(name, "wire", true, Settings.of(Map.of())));
        }
        return commands;
    }

    private static CommandSent sent(long time, String command) {
        return new CommandSent(time, command, Map.of(), true);
    }

    private static Observation contact(long time, double value) {
        return new Sample(time, "contact", new Value.Numeric(value));
    }

    private static InstrumentFile file(String content) {
        return new InstrumentFile("gauge", FILE, content.getBytes(StandardCharsets.UTF_8));
    }

    private static FileAlignment align(Map<String, Object> more, String content, Observation... recorded) {
        return FileAlignment.of(bench(more), ADAPTERS, List.of(file(content)), Recording.of(List.of(recorded)));
    }

    private static List<Observation> all(Recording recording) {
        List<Observation> all = new ArrayList<>();
        try (Recording.Passage passage = recording.open()) {
            for (Observation next = passage.next(); next != null; next = passage.next()) {
                all.add(next);
            }
        }
        return all;
    }

    /** What the gauge shows at each of its hundredths of a second; its clock is 12.345 s ahead and 40 ppm fast. */
    private static String rows(long seconds, LongToDoubleFunction force) {
        StringBuilder rows = new StringBuilder();
        for (long run = -SECOND; run < seconds * SECOND; run += 10 * MILLI) {
            rows.append(gauge(run)).append(' ').append(force.applyAsDouble(run)).append('\n');
        }
        return rows.toString();
    }

    private static long gauge(long run) {
        return Math.round(12.345 * SECOND + run * (1 + 40e-6));
    }

    /** Pressed from 10.003 s to 1010.0045 s: no sample is taken just then. */
    private static double pressed(long run) {
        return run >= 10_003 * MILLI && run < 1_010_004 * MILLI + MILLI / 2 ? 20 : 0;
    }

    @Test
    void twoEventsRecoverOffsetAndDriftWithinTheirUncertainty() {
        AlignedFile file = align(
                        Map.of("sync-end", RELEASE),
                        rows(1020, FileAlignmentTest::pressed),
                        sent(10_003 * MILLI, "press"),
                        sent(1_010_004 * MILLI + MILLI / 2, "release"),
                        contact(1018 * SECOND, 0))
                .files()
                .get(0);
        // half of 10 ms over 1000 s at each end
        assertThat(file.drift()).isCloseTo(40e-6, within(10e-6));
        assertThat(file.offset()).isCloseTo(-12.345 - 10.003 * 40e-6, within(0.005 + 0.001e-3));
        for (long run = 0; run < 1018 * SECOND; run += 7 * SECOND) {
            double off = Math.abs(file.aligned(gauge(run)) - run) / (double) SECOND;
            assertThat(off).as("at %d", run).isLessThan(Math.sqrt(3) * file.standard(run) + 1e-9);
        }
        assertThat(file.standard(10_003 * MILLI))
                .isCloseTo(Math.sqrt((0.005 * 0.005 + 0.002 * 0.002) / 3), within(1e-6));
        assertThat(file.tally()).isEqualTo(new AlignedFile.Tally(101_800, 101, 199, 0));
        assertThat(file.doubt()).isEmpty();
    }

    /** Ten times as far away as the events are apart, errors of the events count some ten times as much. */
    @Test
    void farBeyondTwoEventsTheirUncertaintyGrows() {
        long release = 20_004 * MILLI + MILLI / 2;
        AlignedFile file = align(
                        Map.of("sync-end", RELEASE),
                        rows(120, run -> run >= 10_003 * MILLI && run < release ? 20 : 0),
                        sent(10_003 * MILLI, "press"),
                        sent(release, "release"),
                        contact(118 * SECOND, 0))
                .files()
                .get(0);
        double part = (110_000 - 10_003) / (20_004.5 - 10_003);
        double ends = Math.hypot(1 - part, part);
        assertThat(file.standard(110 * SECOND))
                .isCloseTo(ends * Math.sqrt((0.005 * 0.005 + 0.002 * 0.002) / 3), within(1e-5));
        assertThat(file.leverage(110 * SECOND)).isCloseTo(ends, within(1e-3));
        assertThat(file.leverage(15 * SECOND)).isEqualTo(1);
    }

    @Test
    void oneEventLeavesTheDriftToItsLimit() {
        AlignedFile file = align(
                        Map.of(),
                        rows(120, run -> run >= 10_003 * MILLI ? 20 : 0),
                        sent(10_003 * MILLI, "press"),
                        contact(118 * SECOND, 0))
                .files()
                .get(0);
        assertThat(file.isDriftKnown()).isFalse();
        // 100 s from the event, 50 ppm: 5 ms beside 5 ms of half a sample and 2 ms
        assertThat(file.standard(110_003 * MILLI)).isCloseTo(Math.sqrt((25 + 25 + 4) * 1e-6 / 3), within(1e-7));
        assertThat(file.standard(20 * SECOND, 40 * SECOND)).isCloseTo(0.001 / Math.sqrt(3), within(1e-12));
        for (long run = 0; run < 118 * SECOND; run += SECOND) {
            double off = Math.abs(file.aligned(gauge(run)) - run) / (double) SECOND;
            assertThat(off).isLessThan(Math.sqrt(3) * file.standard(run));
        }
    }

    @Test
    void aClockThatGoesWrongByMoreThanItMayIsDoubted() {
        AlignedFile file = align(
                        Map.of("sync-end", RELEASE, "clock-drift", 5, "clock-uncertainty", "1 ms"),
                        rows(1020, FileAlignmentTest::pressed),
                        sent(10_003 * MILLI, "press"),
                        sent(1_010_004 * MILLI + MILLI / 2, "release"))
                .files()
                .get(0);
        assertThat(file.doubt()).hasValueSatisfying(doubt -> {
            assertThat(doubt.en()).startsWith("the clock of channel gauge's file gauge.csv went wrong by ");
            assertThat(doubt.en()).endsWith(" ppm, declared are at most ±5 ppm: not judged");
            assertThat(doubt.zh()).contains("超出声明的 ±5 ppm");
        });
    }

    /** The event is at 1 s by the gauge and at 2 s in the run; the run ends at 4 s. */
    private static final String SHORT = """
            -2000000000 0
            0 0
            999999998 0
            1000000002 9
            1500000000 ?
            2000000000 8
            3000000000 7
            3000000001 6
            """;

    @Test
    void rowsAreWovenInOrderOfTimeAndBeforeWhatWasRecordedThen() {
        FileAlignment aligned = align(
                Map.of(),
                SHORT,
                contact(0, 0),
                sent(2 * SECOND, "press"),
                contact(2_500_000_000L, 0),
                contact(4 * SECOND, 1));
        List<Observation> all = all(aligned.recording());
        assertThat(all)
                .filteredOn(next -> !(next instanceof Frame))
                .containsExactly(
                        contact(0, 0),
                        new Sample(SECOND, "force", new Value.Numeric(0)),
                        new Sample(1_999_999_998L, "force", new Value.Numeric(0)),
                        sent(2 * SECOND, "press"),
                        new Sample(2_000_000_002L, "force", new Value.Numeric(9)),
                        new FrameFault(2_500_000_000L, "gauge", FrameError.VALUE, Text.same("line 5")),
                        contact(2_500_000_000L, 0),
                        new Sample(3 * SECOND, "force", new Value.Numeric(8)),
                        new Sample(4 * SECOND, "force", new Value.Numeric(7)),
                        contact(4 * SECOND, 1));
        assertThat(all).filteredOn(Frame.class::isInstance).hasSize(6).allSatisfy(next -> assertThat(
                        ((Frame) next).direction())
                .isEqualTo(Direction.RECEIVED));
        assertThat(aligned.recording().acts()).singleElement().satisfies(act -> {
            assertThat(act.observation()).isEqualTo(sent(2 * SECOND, "press"));
            assertThat(all.get((int) act.position())).isEqualTo(act.observation());
        });
        assertThat(aligned.files().get(0).tally()).isEqualTo(new AlignedFile.Tally(6, 1, 1, 1));
        assertThat(all(aligned.recording()))
                .extracting(Observation::time)
                .isEqualTo(all.stream().map(Observation::time).toList());
    }

    @Test
    void anEventMayBeASignalOfAnotherChannelOrAStep() {
        Map<String, Object> byContact = Map.of(
                "sync",
                Map.of(
                        "file", Map.of("signal", "force", "changes", true, "nth", 1),
                        "run", Map.of("signal", "contact", "above", 0.5)));
        AlignedFile file = align(byContact, SHORT, contact(0, 0), contact(2 * SECOND, 0), contact(3 * SECOND, 1))
                .files()
                .get(0);
        assertThat(file.anchors().get(0).run()).isEqualTo(2_500_000_000L);
        assertThat(file.anchors().get(0).halfWidth()).isCloseTo(0.5, within(1e-9));
        Map<String, Object> byStep = Map.of(
                "sync",
                Map.of("file", Map.of("signal", "force", "above", "5 N"), "run", Map.of("step", "observed for 3 s")));
        Observation step = new Observation.Boundary(2 * SECOND, "t", "s", "observed for 3 s", true);
        assertThat(align(byStep, SHORT, step).files().get(0).aligned(SECOND)).isEqualTo(2 * SECOND);
    }

    @Test
    void aFileOfAnotherRunIsRefused() {
        assertRefused(
                () -> align(Map.of(), "0 1\n1 2\n", sent(0, "press")),
                "gauge.csv: \"signal force rises above 5 N\" occurs 0 times in the file, the synchronisation needs number 1;"
                        + " see whether the file is of this run, and the sync at (java)");
        assertRefused(
                () -> align(Map.of(), SHORT, contact(0, 0)),
                "gauge.csv: \"command press\" occurs 0 times in the recording of the run, the synchronisation needs number"
                        + " 1; see whether the file is of this run, and the sync at (java)");
    }

    /** The run ended 1 s after the press, which a log of one row in 10 s saw between two of them. */
    @Test
    void aFileWithNoRowInTheRunSaysWhereItsRowsAre() {
        assertThatThrownBy(() -> align(
                        Map.of(),
                        "100000000000 0\n110000000000 0\n120000000000 9\n",
                        sent(SECOND, "press"),
                        contact(2 * SECOND, 1)))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.EN))
                            .startsWith(
                                    "gauge.csv: once aligned, its rows are from -14.000 s to 6.000 s: none falls into the"
                                            + " run, from 0 s to 2.000 s; give the file of this run, and compare sync");
                    assertThat(e.message(Language.ZH))
                            .startsWith("gauge.csv: 同步之后各行在 -14.000 s 至 6.000 s，没有一行落在运行的 0 s 至 2.000 s"
                                    + " 之内；请给出这次运行的文件，并核对 sync");
                });
    }

    @Test
    void anEventThatIsNotTheOnlyOneIsNotGuessed() {
        String twice = "0 0\n1 9\n2 0\n3 9\n4 0\n";
        assertRefused(
                () -> align(Map.of(), twice, sent(0, "press"), contact(SECOND, 0)),
                "gauge.csv:4: \"signal force rises above 5 N\" occurs 2 times in the file (lines 2, 4 ...): it is not clear"
                        + " which one is meant; say which by nth in the sync at (java)");
        assertRefused(
                () -> align(Map.of(), SHORT, sent(0, "press"), sent(2 * SECOND, "press")),
                "gauge.csv: \"command press\" occurs 2 times in the recording of the run (0.000 s, 2.000 s ...): it is not"
                        + " clear which one is meant; say which by nth in the sync at (java)");
        assertThat(align(nth(2), twice, sent(0, "press"), contact(SECOND, 0))
                        .files()
                        .get(0)
                        .aligned(3))
                .isEqualTo(1); // between 2 and 3
    }

    /** Three impacts, the first beyond the range: the third would be taken for the second. */
    @Test
    void anOverloadBeforeTheEventMayHideOne() {
        String impacts = "0 0\n1 OL\n2 OL\n3 0\n4 9\n5 0\n6 9\n";
        assertRefused(
                () -> align(nth(2), impacts, sent(0, "press"), contact(SECOND, 0)),
                "gauge.csv:2: signal force reads \"OL\", which is no number: whether \"signal force rises above 5 N\""
                        + " occurs there, and which time it is later, cannot be told; take another event, or one before it,"
                        + " for the sync at (java)");
        assertThat(align(nth(1), "0 0\n2 9\n3 OL\n4 0\n6 9\n", sent(0, "press"), contact(SECOND, 0))
                        .files()
                        .get(0)
                        .aligned(3))
                .isEqualTo(2); // between 0 and 2
        Map<String, Object> byContact = Map.of(
                "sync",
                Map.of(
                        "file", Map.of("signal", "force", "above", "5 N"),
                        "run", Map.of("signal", "contact", "above", 0.5)));
        Observation overload = new Sample(SECOND, "contact", new Value.Literal("OL"));
        assertRefused(
                () -> align(byContact, SHORT, contact(0, 0), overload, contact(3 * SECOND, 1)),
                "gauge.csv: at 1.000 s of the run signal contact reads \"OL\", which is no number: whether \"signal contact"
                        + " rises above 0.5\" occurs there, and which time it is later, cannot be told; take another event,"
                        + " or one before it, for the sync at (java)");
    }

    private static final Map<String, Object> SECOND_TAP = Map.of(
            "sync",
            Map.of(
                    "file", Map.of("signal", "force", "above", "5 N", "nth", 2),
                    "run", Map.of("signal", "contact", "above", 0.5, "nth", 2)));

    private static ChannelEvent event(String channel, long seconds, ChannelEvent.Kind kind, long since) {
        return new ChannelEvent(seconds * SECOND, channel, kind, Text.same(""), since * SECOND);
    }

    private static FrameFault fault(String channel, long seconds, FrameError kind) {
        return new FrameFault(seconds * SECOND, channel, kind, Text.same(""));
    }

    /** Taps at 10, 20 and 30 s; what the run lost of its channel, or seemed to, stands between. */
    private static AlignedFile tapped(Observation... lost) {
        List<Observation> recorded = new ArrayList<>();
        for (int second = 0; second <= 40; second++) {
            long now = second * SECOND;
            recorded.add(new Frame(now, "wire", Direction.RECEIVED, Packet.of(new byte[] {1})));
            Stream.of(lost).filter(each -> each.time() == now).forEach(recorded::add);
            if (Stream.of(lost).noneMatch(each -> each.time() == now)) {
                recorded.add(contact(now, second > 0 && second % 10 == 0 ? 1 : 0));
            }
        }
        return align(SECOND_TAP, force(9, 10, 11, 19, 20, 21, 29, 30, 40), recorded.toArray(Observation[]::new))
                .files()
                .get(0);
    }

    private static Stream<Arguments> losses() {
        return Stream.of(
                arguments(fault("wire", 20, FrameError.CHECKSUM), "20.000", "channel wire has a checksum error"),
                arguments(fault("wire", 20, FrameError.LOST), "20.000", "channel wire has a lost error"),
                arguments(fault("wire", 20, FrameError.TIMEOUT), "20.000", "channel wire has a timeout error"),
                arguments(event("wire", 20, ChannelEvent.Kind.LOST, 20), "20.000", "channel wire was lost"),
                arguments(
                        event("wire", 20, ChannelEvent.Kind.OVERRUN, 18),
                        "18.000",
                        "channel wire lost some of what had arrived"),
                arguments(
                        event("wire", 20, ChannelEvent.Kind.HELD_BACK, 19),
                        "19.000",
                        "frames on channel wire were not told apart"));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void whatARunLostMayHideOneToo(Observation lost, String at, String words) {
        assertRefused(
                () -> tapped(lost),
                "gauge.csv: at " + at + " s of the run " + words + ": whether \"signal contact rises above 0.5\" occurs"
                        + " there, and which time it is later, cannot be told; take another event, or one before it, for"
                        + " the sync at (java)");
    }

    private static Stream<Observation> noLosses() {
        return Stream.of(
                fault("wire", 33, FrameError.CHECKSUM),
                event("wire", 33, ChannelEvent.Kind.LOST, 33),
                event("wire", 36, ChannelEvent.Kind.OVERRUN, 31),
                fault("other", 15, FrameError.CHECKSUM),
                event("other", 15, ChannelEvent.Kind.LOST, 15),
                event("wire", 15, ChannelEvent.Kind.RESTORED, 15));
    }

    @ParameterizedTest
    @MethodSource("noLosses")
    void whatARunLostAfterwardsOrElsewhereHidesNone(Observation lost) {
        assertThat(tapped(lost).aligned(20 * SECOND)).isEqualTo(20 * SECOND);
    }

    @Test
    void whatWasHeldBackAndFollowsHidesNone() {
        AlignedFile file = tapped(
                event("wire", 14, ChannelEvent.Kind.HELD_BACK, 13), event("wire", 15, ChannelEvent.Kind.RELEASED, 13));
        assertThat(file.aligned(20 * SECOND)).isEqualTo(20 * SECOND);
    }

    /** A schema that is broken elsewhere in a message, another signal's value: this one was read. */
    @Test
    void aFaultyFrameThatGaveTheSignalsValueHidesNone() {
        Observation frame = new Frame(0, "wire", Direction.RECEIVED, Packet.of(new byte[] {1}));
        for (List<Observation> faulty : List.of(
                List.of(frame, fault("wire", 15, FrameError.SYNTAX), contact(15 * SECOND, 0), frame),
                List.of(frame, contact(15 * SECOND, 0), fault("wire", 15, FrameError.VALUE), frame))) {
            assertThat(tappedAround(faulty).aligned(20 * SECOND)).isEqualTo(20 * SECOND);
        }
    }

    private static String force(int... seconds) {
        return IntStream.of(seconds)
                .mapToObj(second -> second * SECOND + (second % 10 == 0 && second < 40 ? " 9\n" : " 0\n"))
                .collect(Collectors.joining());
    }

    private static AlignedFile tappedAround(List<Observation> between) {
        List<Observation> recorded =
                new ArrayList<>(List.of(contact(9 * SECOND, 0), contact(10 * SECOND, 1), contact(11 * SECOND, 0)));
        recorded.addAll(between);
        recorded.addAll(List.of(contact(19 * SECOND, 0), contact(20 * SECOND, 1), contact(40 * SECOND, 0)));
        return align(SECOND_TAP, force(9, 10, 11, 19, 20, 21, 40), recorded.toArray(Observation[]::new))
                .files()
                .get(0);
    }

    @Test
    void aRowThatCannotBeReadMayHideOneToo() {
        assertRefused(
                () -> align(nth(1), "0 ?\n1 0\n2 ?\n3 0\n4 9\n", sent(0, "press"), contact(SECOND, 0)),
                "gauge.csv:3: this row cannot be read (line 3): whether \"signal force rises above 5 N\" occurs there, and"
                        + " which time it is later, cannot be told; take another event, or one before it, for the sync at"
                        + " (java)");
        assertThat(align(nth(1), "0 ?\n1 0\n4 9\n5 ?\n", sent(0, "press"), contact(SECOND, 0))
                        .files())
                .hasSize(1);
    }

    /** It hides nothing of the signal that is aligned by, which was not there to be read. */
    @Test
    void aRowOfWhichAnotherSignalCannotBeReadHidesNone() {
        assertThat(align(nth(1), "1 0\n2 ~\n3 0\n4 9\n", sent(0, "press"), contact(SECOND, 0))
                        .files())
                .hasSize(1);
        assertRefused(
                () -> align(nth(1), "1 0\n2 ??\n3 0\n4 9\n", sent(0, "press"), contact(SECOND, 0)),
                "gauge.csv:2: this row cannot be read (line 2: whole): whether \"signal force rises above 5 N\" occurs there,"
                        + " and which time it is later, cannot be told; take another event, or one before it, for the sync"
                        + " at (java)");
    }

    private static Map<String, Object> nth(int nth) {
        return Map.of(
                "sync",
                Map.of(
                        "file", Map.of("signal", "force", "above", "5 N", "nth", nth),
                        "run", Map.of("command", "press")));
    }

    @Test
    void aChannelThatTakesNoFileIsNamed() {
        Recording none = Recording.of(List.of());
        assertRefused(
                () -> FileAlignment.of(
                        bench(Map.of()), ADAPTERS, List.of(new InstrumentFile("gague", FILE, new byte[0])), none),
                "gauge.csv: the bench has no channel \"gague\"; did you mean \"gauge\"");
        assertRefused(
                () -> FileAlignment.of(
                        bench(Map.of()), ADAPTERS, List.of(new InstrumentFile("wire", FILE, new byte[0])), none),
                "gauge.csv: channel wire has transport serial and takes no file; use one of: gauge");
        Bench live = bench(Map.of());
        assertRefused(
                () -> FileAlignment.of(
                        live.only(live.channel("wire").orElseThrow()),
                        ADAPTERS,
                        List.of(new InstrumentFile("wire", FILE, new byte[0])),
                        none),
                "gauge.csv: channel wire has transport serial and takes no file; a file is for an instrument's channel with"
                        + " transport: file, and this bench has none");
    }

    @ParameterizedTest
    @CsvSource({
        "clock-uncertainty, 0 ms, '0 ms is no time above zero; write a time such as 2 ms'",
        "clock-uncertainty, 2 mm, '2 mm is no time above zero; write a time such as 2 ms'",
        "clock-drift, -1, '-1.0 ppm is no limit of a drift; write a number not below 0, such as 50'",
    })
    void aClockThatIsNotDeclaredIsRefused(String key, String value, String en) {
        assertRefused(
                () -> Synchronisation.of(bench(Map.of(key, value)), channel(Map.of(key, value))), "(java): " + en);
    }

    private static ChannelSpec channel(Map<String, Object> more) {
        return bench(more).channel("gauge").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "force, above, 5 m, command, press, '5 m cannot be compared with signal force (N); write it in N or a unit of its kind'",
        "forse, above, 5 N, command, press, 'the file has no signal \"forse\"; did you mean \"force\"'",
        "force, above, 5 N, command, pres, 'the bench has no command \"pres\"; did you mean \"press\"'",
        "force, above, 5 N, mark, 1, 'in sync, run is no event; write run: {command: NAME}, {step: STEP} or {signal: NAME, above: 5 N}; with nth where it occurs more than once'",
        "force, around, 5 N, command, press, 'in sync, file is no event; write file: {signal: NAME, above: 5 N}, or below, or changes: true; with nth where it occurs more than once'",
    })
    void anEventThatCannotBeIsRefused(String signal, String edge, String level, String kind, String name, String en) {
        Map<String, Object> sync =
                Map.of("sync", Map.of("file", Map.of("signal", signal, edge, level), "run", Map.of(kind, name)));
        assertRefused(() -> Synchronisation.of(bench(sync), channel(sync)), "(java): " + en);
    }

    private static void assertRefused(Runnable alignment, String en) {
        assertThatThrownBy(alignment::run).isInstanceOfSatisfying(InputException.class, refused -> {
            assertThat(refused.message(Language.EN)).isEqualTo(en);
            assertThat(refused.message(Language.ZH)).isNotEqualTo(en);
        });
    }
}
