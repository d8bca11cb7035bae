package org.plumbline.suite;

import java.util.List;
import java.util.Optional;
import org.plumbline.bench.Bench;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Limit;
import org.plumbline.suite.StepMeaning.Gives;
import org.plumbline.text.Text;

/** Whether the units of signals, scenarios and limits fit together, as far as it is known before a run. */
record UnitCheck(Bench bench) {

    private static final Unit METRE = Unit.of("m").orElseThrow();
    private static final Unit PERCENT = Unit.of("%").orElseThrow();
    private static final Unit METRE_PER_SECOND = Unit.of("m/s").orElseThrow();

    /** A signal that has to be a length, or else a speed. */
    Optional<Problem> kind(SignalSpec signal, boolean length, Place place) {
        Unit wanted = length ? METRE : METRE_PER_SECOND;
        return signal.unit().isCommensurableWith(wanted)
                ? Optional.empty()
                : Optional.of(new Problem(
                        place,
                        new Text("信号“%s”（%s）不是%s", "signal \"%s\" (%s) is no %s")
                                .with(
                                        signal.name(),
                                        word(signal.unit()),
                                        length ? new Text("长度", "length") : new Text("速度", "speed")),
                        giveUnit(signal, wanted)));
    }

    /** A quantity that a signal is compared with. */
    Optional<Problem> level(SignalSpec signal, Quantity level, Place place) {
        if (level.unit().isCommensurableWith(signal.unit())) {
            return Optional.empty();
        }
        if (signal.unit().equals(Unit.ONE)) {
            Text what = new Text(
                            "信号“%s”没有单位，场景却以 %s 与之比较",
                            "signal \"%s\" has no unit, but the scenario compares it with %s")
                    .with(signal.name(), level.unit());
            return Optional.of(new Problem(place, what, giveUnit(signal, level.unit())));
        }
        return Optional.of(new Problem(
                place,
                new Text("信号“%s”的单位是 %s，场景却以 %s 与之比较", "signal \"%s\" is in %s, but the scenario compares it with %s")
                        .with(signal.name(), signal.unit(), level),
                new Text("请以 %s 或同类单位书写", "write it in %s or a unit of its kind").with(signal.unit())));
    }

    /** Two signals that are compared, or the axes of a pose, which must be in one unit. */
    Optional<Problem> together(List<SignalSpec> signals, Place place) {
        SignalSpec first = signals.get(0);
        return signals.stream()
                .filter(other -> signals.size() > 2
                        ? !other.unit().equals(first.unit())
                        : !other.unit().isCommensurableWith(first.unit()))
                .findFirst()
                .map(other -> apart(first, other, place));
    }

    private Problem apart(SignalSpec first, SignalSpec other, Place place) {
        SignalSpec bare = first.unit().equals(Unit.ONE) ? first : other;
        SignalSpec whole = bare == first ? other : first;
        return new Problem(
                place,
                new Text(
                                "信号“%s”（%s）与“%s”（%s）的单位不同类，或各轴单位不一",
                                "signals \"%s\" (%s) and \"%s\" (%s) are used together, but not in units of one kind")
                        .with(first.name(), word(first.unit()), other.name(), word(other.unit())),
                giveUnit(bare, whole.unit()));
    }

    private static Text word(Unit unit) {
        return unit.equals(Unit.ONE) ? new Text("无单位", "no unit") : Text.same(unit.symbol());
    }

    /**
     * What a step measures for a limit.
     *
     * @param signals of the step, as far as they are known
     */
    Optional<Problem> limit(Limit limit, Gives gives, List<SignalSpec> signals, Place place) {
        return switch (gives) {
            case NOTHING -> Optional.empty();
            case TIME, PERIOD -> limit(limit, Unit.S, new Text("时间（s）", "a time (s)"), place);
            case LENGTH -> limit(limit, METRE, new Text("长度（m）", "a length (m)"), place);
            case PERCENT -> limit(limit, PERCENT, new Text("百分比（%）", "a percentage (%)"), place);
            case COUNT -> limit(limit, Unit.ONE, new Text("次数（1）", "a count (1)"), place);
            case VALUE, DIFFERENCE -> signals.isEmpty() ? Optional.empty() : limit(limit, gives, signals.get(0), place);
        };
    }

    private Optional<Problem> limit(Limit limit, Gives gives, SignalSpec signal, Place place) {
        Unit unit = gives == Gives.DIFFERENCE ? signal.unit().ofDifference() : signal.unit();
        if (unit.equals(Unit.ONE) && !limit.unit().isCommensurableWith(unit)) {
            Text what = new Text(
                            "信号“%s”没有单位，而为之测量的限值“%s”以 %s 给出",
                            "signal \"%s\" has no unit, but is measured for the limit \"%s\", which is in %s")
                    .with(signal.name(), limit.name(), limit.unit());
            return Optional.of(new Problem(place, what, giveUnit(signal, limit.unit())));
        }
        Text what = new Text("信号“%s”的量（%s）", "a quantity of signal \"%s\" (%s)").with(signal.name(), unit);
        Optional<Problem> unfit = limit(limit, unit, what, place);
        return unfit.isEmpty() && gives == Gives.VALUE && signal.circle() != null
                ? Optional.of(wraps(signal, place))
                : unfit;
    }

    /** What wraps has differences, but none of its values is the largest. */
    private static Problem wraps(SignalSpec signal, Place place) {
        return new Problem(
                place,
                new Text(
                                "信号“%s”是回绕角，没有最大值与最小值",
                                "signal \"%s\" is an angle that wraps: it has neither a maximum nor a minimum")
                        .with(signal.name()),
                new Text(
                        "请测量它偏离某一角度的百分位；若只查数值范围，请不要声明 circle",
                        "measure its deviation from an angle; where the range of the number is meant, leave circle out"));
    }

    private static Optional<Problem> limit(Limit limit, Unit measured, Text what, Place place) {
        return measured.isExpressibleIn(limit.unit()) ? Optional.empty() : Optional.of(unfit(limit, what, place));
    }

    private static Problem unfit(Limit limit, Text measured, Place place) {
        return new Problem(
                place,
                new Text("该步骤测得的是%s，限值“%s”却以 %s 给出", "this step measures %s, but the limit \"%s\" is in %s")
                        .with(measured, limit.name(), limit.unit()),
                new Text(
                        "请改用别的步骤，或在 standard.yaml 中改正限值的单位",
                        "use another step, or correct the limit's unit in standard.yaml"));
    }

    private Text giveUnit(SignalSpec signal, Unit unit) {
        Place entry = signal.settings().place();
        String file = bench.instrumentOf(signal.name()).isPresent() ? "bench.yaml" : "device.yaml";
        return new Text("请在 %s 中为信号“%s”写明单位，如 unit: %s", "give it a unit in %s (signal \"%s\"), such as unit: %s")
                .with(entry.line() == 0 ? file : entry, signal.name(), unit);
    }
}
