package org.plumbline.benchfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.YamlFile;
import org.plumbline.yaml.YamlNode;

/** Checks that what counts as truth is measured by calibrated instruments: a device cannot be its own reference. */
public final class ReferenceCheck {

    private final Bench bench;
    private final Problems problems = new Problems();

    private ReferenceCheck(Bench bench) {
        this.bench = bench;
    }

    /**
     * Goes on where every reference of the standard is fit to be one.
     *
     * @param needed what the scenarios use; a reference that none of them uses may be missing
     * @throws InputException with everything that is wrong, with places in device.yaml and bench.yaml
     */
    public static void check(Standard standard, Bench bench, Set<String> needed) {
        ReferenceCheck check = new ReferenceCheck(bench);
        standard.references().forEach(name -> check.check(name, needed.contains(name)));
        check.problems.throwIfAny();
    }

    private void check(String name, boolean needed) {
        Optional<Instrument> instrument = bench.instrumentOf(name);
        if (bench.device().signals().containsKey(name)) {
            problems.add(
                    place(bench.deviceFile(), "signals", name),
                    new Text(
                                    "信号 \"%s\" 作为真值使用，不能由受试设备自己给出",
                                    "the signal \"%s\" counts as truth and cannot come from the device under test")
                            .with(name),
                    remedy());
        } else if (instrument.isPresent()) {
            check(instrument.get(), instrument.get().signals().get(name));
        } else if (needed) {
            problems.add(
                    place(bench.file(), "instruments"),
                    new Text(
                                    "没有测量仪器给出信号 \"%s\"，而场景以它为真值",
                                    "no instrument has the signal \"%s\", which scenarios take as truth")
                            .with(name),
                    remedy());
        }
    }

    private void check(Instrument instrument, SignalSpec signal) {
        Calibration calibration = instrument.calibration();
        if (calibration == null) {
            problems.add(
                    place(bench.file(), "instruments", instrument.name()),
                    new Text(
                                    "仪器的信号 \"%s\" 作为真值使用，却没有校准信息",
                                    "the instrument's signal \"%s\" counts as truth, but it has no calibration")
                            .with(signal.name()),
                    new Text("请补上 calibration", "add calibration"));
        } else if (signal.uncertainty() == null
                && signal.errorLimits() == null
                && !calibration.expandedUncertainty().unit().measuresDifferencesOf(signal.unit())) {
            problems.add(
                    place(bench.file(), "instruments", instrument.name(), "signals", signal.name()),
                    new Text(
                                    "信号 \"%s\" 的单位是 %s，校准的 U 却以 %s 给出",
                                    "the signal \"%s\" is in %s, but the calibration's U in %s")
                            .with(
                                    signal.name(),
                                    signal.unit(),
                                    calibration.expandedUncertainty().unit()),
                    new Text("请给该信号单独写明 uncertainty", "give the signal an uncertainty of its own"));
        }
    }

    private static Text remedy() {
        return new Text("请在 bench.yaml 的测量仪器下定义该信号", "define it under an instrument in bench.yaml");
    }

    /** Of the innermost key that is there; read once more, because the bench holds values, not places. */
    private static @Nullable Place place(@Nullable Path file, String... keys) {
        if (file == null) {
            return null;
        }
        YamlNode node = YamlFile.read(file);
        for (String key : List.of(keys)) {
            node = node.field(key).orElse(node);
        }
        return node.keyPlace();
    }
}
