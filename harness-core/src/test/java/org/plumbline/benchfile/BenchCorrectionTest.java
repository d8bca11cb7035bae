package org.plumbline.benchfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.benchfile.BenchCorrection.Change;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;

class BenchCorrectionTest {

    private static final String BENCH = """
            operator: me
            instruments:
              gauge:
                calibration: {U: 1 N}
                channels:
                  log: {transport: file, codec: lines, terminator: a, sync: {file: x}, clock-uncertainty: 5 ms, clock-drift: 50}
                  live: {transport: wire, codec: lines, port: p}
                signals:
                  force: {channel: log, field: 1, unit: N}
                  contact: {channel: live, field: 2}
              other:
                channels:
                  other-live: {transport: wire, codec: lines, port: q}
                signals:
                  temperature: {channel: other-live, field: 1, unit: K}
            """;
    private static final String LOG =
            "      log: {transport: file, codec: lines, terminator: a, sync: {file: x}, clock-uncertainty: 5 ms, clock-drift: 50}\n";

    @TempDir
    private Path folder;

    private List<Change> changes(String from, String to, String... settled) {
        assertThat(BENCH).contains(from);
        return changesBetween(BENCH, BENCH.replace(from, to), settled);
    }

    /** With other keys of the file's channel. */
    private List<Change> changesOfLog(String then, String now) {
        return changesBetween(BENCH.replace("terminator: a", then), BENCH.replace("terminator: a", now));
    }

    private List<Change> changesBetween(String then, String now, String... settled) {
        try {
            Path recorded = Files.writeString(folder.resolve("recorded.yaml"), then);
            Path corrected = Files.writeString(folder.resolve("bench.yaml"), now);
            return BenchCorrection.between(recorded, corrected, TestAdapters.ALL, Set.of(settled));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void howAFileIsReadAndAlignedMayDiffer() {
        assertThat(changes("operator", "# a note\noperator")).isEmpty();
        assertThat(changes("sync: {file: x}", "sync: {file: x, nth: 2}"))
                .containsExactly(new Change("instruments.gauge.channels.log.sync.nth", "–", "2"));
        assertThat(changes("terminator: a, ", ""))
                .containsExactly(new Change("instruments.gauge.channels.log.terminator", "a", "–"));
        assertThat(changes("channel: log, field: 1", "channel: log, field: 3"))
                .containsExactly(new Change("instruments.gauge.signals.force.field", "1", "3"));
    }

    @Test
    void channelsAndSignalsOfFilesMayBeAdded() {
        assertThat(changes(
                        "    signals:\n      force",
                        "      more: {transport: file, clock-uncertainty: 1 ms}\n    signals:\n      trigger: {channel: log}\n"
                                + "      far: {channel: more}\n      force"))
                .extracting(Change::key)
                .containsExactly(
                        "instruments.gauge.channels.more",
                        "instruments.gauge.signals.trigger",
                        "instruments.gauge.signals.far");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "operator: me | operator: you | 1:1: operator",
                "U: 1 N | U: 2 N | 4:19: instruments.gauge.calibration.U",
                "port: p | port: r | 7:45: instruments.gauge.channels.live.port",
                "field: 2 | field: 3 | 10:32: instruments.gauge.signals.contact.field",
                "field: 1, unit: N | field: 1, unit: kN | 9:39: instruments.gauge.signals.force.unit",
                "field: 1, unit: N | field: 1, unit: N, uncertainty: 1 N | 9:48: instruments.gauge.signals.force.uncertainty",
                "clock-uncertainty: 5 ms | clock-uncertainty: 1 ms | 6:76: instruments.gauge.channels.log.clock-uncertainty",
                "clock-drift: 50 | clock-drift: 0 | 6:101: instruments.gauge.channels.log.clock-drift",
                "channel: log | channel: live | 9:15: instruments.gauge.signals.force.channel",
                "channel: live | channel: log | 10:17: instruments.gauge.signals.contact.channel",
                "transport: wire, codec: lines, port: p | transport: file | 7:14: instruments.gauge.channels.live.transport",
                "transport: file | transport: wire | 6:13: instruments.gauge.channels.log.transport",
            })
    void nothingElseMay(String from, String to, String place) {
        assertThatThrownBy(() -> changes(from, to)).isInstanceOfSatisfying(InputException.class, refused -> {
            assertThat(refused.message(Language.EN)).startsWith(folder.resolve("bench.yaml") + ":" + place);
            assertThat(refused.message(Language.ZH)).isNotEqualTo(refused.message(Language.EN));
        });
    }

    /** By way of another owner a signal would come under that one's calibration. */
    @Test
    void nothingMayGoOrMove() {
        assertThatThrownBy(() -> changes("      force: {channel: log, field: 1, unit: N}\n", ""))
                .hasMessageContaining("instruments.gauge.signals.force differs from the recorded bench (then {");
        assertThatThrownBy(() -> changes(LOG, "")).hasMessageContaining("instruments.gauge.channels.log differs");
        assertThatThrownBy(() -> changes("  other:\n", "  third: {}\n  other:\n"))
                .hasMessageContaining(":11:3: instruments.third differs from the recorded bench (then –, now {})");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overload: [OL] | overload: [ol, xx]",
                "overload: [OL] | overload: [OL, xx]",
                "overload: OL | overload: [xx, OL]",
                "terminator: a | overload: [OL], terminator: a",
                "overload: [overload] | no-value: [x]",
            })
    void wordsForBeyondTheRangeMayBeAdded(String then, String now) {
        assertThat(changesOfLog(then, now)).extracting(Change::key).contains("instruments.gauge.channels.log.overload");
    }

    /** What was beyond the range would be no value, and the peak unseen. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overload: [OL, HI] | overload: [OL]",
                "overload: [OL] | 'no-value: [OL], overload: [xx]'",
                "overload: OL | no-value: [OL]",
                "overload: [OL] | overload: []",
            })
    void noneOfThemMayBeTakenAway(String then, String now) {
        assertThatThrownBy(() -> changesOfLog(then, now))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("instruments.gauge.channels.log.overload differs from the recorded bench");
    }

    @Test
    void aFileThatIsInTheRecordingIsSettled() {
        for (List<String> change : List.of(
                List.of("terminator: a", "terminator: b"),
                List.of("channel: log, field: 1", "channel: log, field: 3"))) {
            assertThatThrownBy(() -> changes(change.get(0), change.get(1), "log"))
                    .hasMessageEndingWith(
                            "; the file of this channel is in the recording already: judge the original bundle again");
        }
    }
}
