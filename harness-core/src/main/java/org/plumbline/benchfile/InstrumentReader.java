package org.plumbline.benchfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.SignalSpec;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.QuantityReader;
import org.plumbline.yaml.YamlNode;

/** Reads one instrument whose structure was checked. */
final class InstrumentReader {

    private final EntryReader entries;
    private final Problems problems;

    InstrumentReader(EntryReader entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    Instrument read(String name, YamlNode node) {
        EntryReader.Entries own = entries.read(name, node);
        Calibration calibration =
                node.field("calibration").map(this::calibration).orElse(null);
        if (calibration != null) {
            checkUncertainty(node, own.signals(), calibration);
        }
        return new Instrument(
                name,
                node.required("manufacturer").raw(),
                node.required("model").raw(),
                node.required("serial-number").raw(),
                calibration,
                own.channels(),
                own.signals(),
                own.commands(),
                measures(node, own.signals()));
    }

    /** Truth without an uncertainty would turn guarded acceptance into simple acceptance unseen. */
    private void checkUncertainty(YamlNode node, Map<String, SignalSpec> signals, Calibration calibration) {
        Unit calibrated = calibration.expandedUncertainty().unit();
        node.mapping("measures").values().forEach(measured -> {
            SignalSpec signal = signals.get(measured.raw());
            if (signal != null
                    && signal.uncertainty() == null
                    && signal.errorLimits() == null
                    && isNumber(node, signal)
                    && !calibrated.measuresDifferencesOf(signal.unit())) {
                problems.add(
                        measured.place(),
                        new Text(
                                        "信号 \"%s\" 的单位是 %s，校准的 U 却以 %s 给出",
                                        "the signal \"%s\" is in %s, but the calibration's U in %s")
                                .with(signal.name(), signal.unit(), calibrated),
                        new Text("请给该信号单独写明 uncertainty", "give the signal an uncertainty of its own"));
            }
        });
    }

    /** Without a unit it may be a text, a flag or a count; a ratio that is measured says that its unit is 1. */
    private static boolean isNumber(YamlNode node, SignalSpec signal) {
        return !signal.unit().equals(Unit.ONE)
                || node.mapping("signals").get(signal.name()).field("unit").isPresent();
    }

    private @Nullable Calibration calibration(YamlNode node) {
        Optional<LocalDate> due = date(node.required("due"));
        Optional<Quantity> uncertainty = QuantityReader.quantity(node.required("U"), problems);
        if (due.isEmpty() || uncertainty.isEmpty()) {
            return null;
        }
        EntryReader.checkPositive(node.required("U").place(), uncertainty.get(), problems);
        return new Calibration(
                node.required("certificate").raw(),
                due.get(),
                uncertainty.get(),
                node.required("k").json().doubleValue(),
                Optional.ofNullable(node.number("nu")).orElse(Double.POSITIVE_INFINITY));
    }

    private Optional<LocalDate> date(YamlNode node) {
        try {
            return Optional.of(LocalDate.parse(node.raw()));
        } catch (DateTimeException e) {
            problems.add(
                    node.place(),
                    new Text("日历上没有 %s 这一天", "there is no day %s in the calendar").with(node.raw()),
                    new Text("请核对校准证书上的日期", "check the date on the calibration certificate"));
            return Optional.empty();
        }
    }

    private Map<String, String> measures(YamlNode node, Map<String, SignalSpec> signals) {
        Map<String, String> measures = new LinkedHashMap<>();
        node.mapping("measures").forEach((quantity, signal) -> {
            measures.put(quantity, signal.raw());
            if (!signals.containsKey(signal.raw())) {
                problems.add(
                        signal.place(),
                        new Text("该仪器没有名为 \"%s\" 的信号", "the instrument has no signal \"%s\"").with(signal.raw()),
                        Nearest.remedy(signal.raw(), signals.keySet()));
            }
        });
        if (!measures.isEmpty() && node.field("calibration").isEmpty()) {
            problems.add(
                    node.required("measures").keyPlace(),
                    new Text(
                            "仪器的读数要作为真值，却没有校准信息",
                            "the instrument's readings count as truth, but it has no calibration"),
                    new Text("请补上 calibration", "add calibration"));
        }
        return measures;
    }
}
