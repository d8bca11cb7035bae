package org.plumbline.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.bench.SignalSpec;
import org.plumbline.capture.Capture;
import org.plumbline.channel.Value;
import org.plumbline.quantity.Unit;
import org.plumbline.results.CsvRow;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Recording;

/**
 * Signals of a recording as rows in order of time: the time in s since the start, and one cell for each signal.
 *
 * @param signals the columns
 */
record SignalTable(List<SignalSpec> signals, Capture.Samples samples) {

    private static final double NANOS = 1e9;

    /** Takes the rows one after the other: a recording may be as long as a day. */
    @FunctionalInterface
    interface Rows<E extends Exception> {
        void row(CsvRow row) throws E;
    }

    /** The head, then one row for each instant; what arrived twice in one instant has two. */
    <E extends Exception> void forEachRow(Rows<E> rows) throws E {
        rows.row(head());
        List<String> names = signals.stream().map(SignalSpec::name).toList();
        Map<String, Value> instant = new HashMap<>();
        long time = 0;
        try (Recording.Passage passage = samples.of(names)) {
            for (Observation next = passage.next(); next != null; next = passage.next()) {
                if (next instanceof Observation.Sample sample) {
                    if (!instant.isEmpty() && (sample.time() != time || instant.containsKey(sample.signal()))) {
                        rows.row(row(time, instant));
                        instant.clear();
                    }
                    time = sample.time();
                    instant.put(sample.signal(), sample.value());
                }
            }
        }
        if (!instant.isEmpty()) {
            rows.row(row(time, instant));
        }
    }

    private CsvRow head() {
        CsvRow head = new CsvRow().text("time [s]");
        signals.forEach(signal ->
                head.text(signal.unit().equals(Unit.ONE) ? signal.name() : signal.name() + " [" + signal.unit() + "]"));
        return head;
    }

    private CsvRow row(long time, Map<String, Value> instant) {
        CsvRow row = new CsvRow().number(time / NANOS);
        for (SignalSpec signal : signals) {
            Value value = instant.get(signal.name());
            if (value instanceof Value.Numeric numeric) {
                row.number(numeric.value());
            } else {
                row.text(value == null ? "" : value.shown());
            }
        }
        return row;
    }
}
