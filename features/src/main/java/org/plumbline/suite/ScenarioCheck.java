package org.plumbline.suite;

import io.cucumber.core.gherkin.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Limit;
import org.plumbline.steps.Below;
import org.plumbline.steps.CycleStep;
import org.plumbline.steps.Effect;
import org.plumbline.steps.PathPoint;
import org.plumbline.suite.StepMeaning.Gives;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.Problems;

/** Checks everything that the steps of one scenario name and compare, before anything moves. */
final class ScenarioCheck {

    private final BenchNames names;
    private final UnitCheck units;
    private final LimitCheck limits;
    private final References references;
    private final boolean executed;
    private final Problems problems;
    private final Problems useless;
    private final Set<String> justSent = new HashSet<>();

    /**
     * @param executed whether the scenario will be: else the device may lack what it names
     * @param problems what is wrong with the scenario itself
     * @param useless what can measure nothing
     */
    ScenarioCheck(
            BenchNames names,
            LimitCheck limits,
            References references,
            boolean executed,
            Problems problems,
            Problems useless) {
        this.names = names;
        this.units = new UnitCheck(names.bench());
        this.limits = limits;
        this.references = references;
        this.executed = executed;
        this.problems = problems;
        this.useless = useless;
    }

    /** The next step. */
    void take(FoundStep found, Step step, Place place) {
        List<SignalSpec> signals = StepMeanings.of(found.template().expression().en())
                .filter(meaning -> meaning.roles().size() == found.arguments().size())
                .map(meaning -> new Arguments(found, meaning, place).check())
                .orElse(List.of());
        table(found.template().below(), signals, step, place);
    }

    /** The end of the scenario. */
    void end() {
        limits.end();
    }

    private void table(Below.@Nullable Kind wanted, List<SignalSpec> signals, Step step, Place place) {
        List<CycleTable.Row> rows = CycleTable.rows(step);
        if (wanted != null && rows.isEmpty()) {
            problems.add(
                    place,
                    new Text("该步骤下面缺少表格", "the table below this step is missing"),
                    new Text("用 plumbline steps 查看表格的各列", "see its columns with plumbline steps"));
        } else if (wanted == null && step.getArgument() != null) {
            problems.add(
                    place,
                    new Text("该步骤不带表格或文本块", "this step takes no table and no text"),
                    new Text("请删去步骤下面的表格或文本块", "take away what stands below it"));
        } else {
            rows.forEach(row -> row(wanted, signals, row, new Place(place.file(), row.line(), 0)));
        }
    }

    private void row(Below.@Nullable Kind kind, List<SignalSpec> signals, CycleTable.Row row, Place place) {
        try {
            if (kind == Below.Kind.POINTS) {
                PathPoint.of(row.cells()).coordinates().forEach(coordinate -> signals.stream()
                        .limit(1)
                        .flatMap(signal -> units.level(signal, coordinate, place).stream())
                        .forEach(problems::add));
                return;
            }
            if (kind == Below.Kind.TERMS) {
                references.requireTerm(row.cells(), place);
                references.check(List.copyOf(row.cells().values()), place, executed, problems, names.problems());
                return;
            }
            CycleStep step = CycleStep.of(row.cells());
            references.check(List.copyOf(step.parameters().values()), place, executed, problems, names.problems());
            if (executed) {
                names.signal(step.signal(), place).ifPresent(signal -> {
                    state(signal, step.value(), place);
                    awaited(signal, place);
                });
                names.command(step.command(), place)
                        .ifPresent(command -> names.parameters(command, references.sent(step.parameters()), place));
            }
        } catch (InputException e) {
            e.problems().forEach(problem -> problems.add(place, problem.what(), problem.remedy()));
        }
    }

    /** A word is none of our business, and a signal of words has no unit. */
    private void state(SignalSpec signal, String state, Place place) {
        Quantity.parse(state)
                .filter(quantity -> !quantity.isBare() && !signal.unit().equals(Unit.ONE))
                .flatMap(quantity -> units.level(signal, quantity, place))
                .ifPresent(problems::add);
    }

    /** Nothing of what comes as a file is there while the scenario goes on. */
    private void awaited(SignalSpec signal, Place place) {
        if (names.bench()
                .channel(signal.channel())
                .filter(ChannelSpec::comesAsFile)
                .isPresent()) {
            problems.add(
                    place,
                    new Text(
                                    "信号“%s”来自运行后才有的文件（通道 %s），场景不能等待它",
                                    "signal \"%s\" comes as a file after the run (channel %s): no scenario can wait for it")
                            .with(signal.name(), signal.channel()),
                    new Text(
                            "请等待运行时就有的信号，或观察一段时间",
                            "wait for a signal that is there during the run, or observe for a time"));
        }
    }

    /** The arguments of one step, one after the other. */
    private final class Arguments {

        private final FoundStep found;
        private final StepMeaning meaning;
        private final Place place;
        private final List<SignalSpec> signals = new ArrayList<>();
        private Optional<SignalSpec> compared = Optional.empty();
        private Optional<CommandSpec> command = Optional.empty();
        private Optional<Limit> limit = Optional.empty();

        Arguments(FoundStep found, StepMeaning meaning, Place place) {
            this.found = found;
            this.meaning = meaning;
            this.place = place;
        }

        List<SignalSpec> check() {
            for (int i = 0; i < meaning.roles().size(); i++) {
                check(meaning.roles().get(i), found.arguments().get(i));
            }
            StepEffects.of(found.template()).ifPresentOrElse(this::parameters, this::requireObserved);
            StepEffects.of(found.template()).ifPresent(this::goesOn);
            if (StepEffects.of(found.template()).filter(this::waits).isPresent()) {
                signals.forEach(signal -> awaited(signal, place));
            }
            limit.flatMap(known -> units.limit(known, meaning.gives(), signals, place))
                    .ifPresent(problems::add);
            if (meaning.gives() == Gives.PERIOD) {
                signals.forEach(this::comesAtIntervals);
            }
            if (signals.size() > 1) {
                units.together(signals, place).ifPresent(problems::add);
            }
            return signals;
        }

        private void comesAtIntervals(SignalSpec signal) {
            if (signal.sampling().onEvent()) {
                problems.add(
                        place,
                        new Text(
                                        "信号“%s”声明为只随事件到来（on-event），样本之间的时间说明不了什么",
                                        "signal \"%s\" is declared to come only with events (on-event): the times between its"
                                                + " samples show nothing")
                                .with(signal.name()),
                        new Text(
                                "若该信号按间隔发送，请删去 on-event；否则请测量别的信号",
                                "where it comes at intervals, take on-event out; otherwise measure another signal"));
            }
        }

        private void goesOn(Effect.Kind kind) {
            if (kind == Effect.Kind.SENDS) {
                command.map(CommandSpec::name).ifPresent(justSent::add);
            } else if (kind != Effect.Kind.REPEATS && kind != Effect.Kind.STOPS) {
                justSent.clear();
            }
        }

        /** What takes no time itself can only measure what has been observed since its command. */
        private void requireObserved() {
            command.map(CommandSpec::name)
                    .filter(name -> meaning.gives() != Gives.NOTHING && justSent.contains(name))
                    .ifPresent(name -> useless.add(
                            place,
                            new Text(
                                            "从命令“%s”到此步骤没有观察任何时段，无从测量",
                                            "nothing is observed between command \"%s\" and this step: there is nothing to"
                                                    + " measure")
                                    .with(name),
                            new Text(
                                    "请在此之前加上: 当 观察 5 s，时间按需要",
                                    "add before it: When observed for 5 s, or as long as it takes")));
        }

        /** A measurement may wait for what comes later: it is then taken later. */
        private boolean waits(Effect.Kind kind) {
            return kind == Effect.Kind.REACHES
                    || kind == Effect.Kind.STAYS
                    || kind == Effect.Kind.WAITS && meaning.gives() == Gives.NOTHING;
        }

        private void check(StepRole role, String argument) {
            switch (role) {
                case LIMIT -> limit(argument);
                case SIGNAL ->
                    onBench(() -> {
                        compared = names.signal(argument, place);
                        compared.ifPresent(signals::add);
                    });
                case LENGTH, SPEED ->
                    onBench(() -> {
                        compared = names.signal(argument, place);
                        compared.flatMap(signal -> units.kind(signal, role == StepRole.LENGTH, place))
                                .ifPresent(problems::add);
                    });
                case COMMAND, REPEATED -> onBench(() -> command = names.command(argument, place));
                case CHANNEL -> onBench(() -> names.channel(argument, place));
                case DURATION -> quantity(argument).ifPresent(this::duration);
                case STATE ->
                    signals.stream().reduce((first, last) -> last).ifPresent(signal -> state(signal, argument, place));
                case LEVEL -> quantity(argument).ifPresent(this::level);
                case PERCENT -> percent(argument);
                case PARAMETER, SETTING, WORD -> {}
            }
        }

        private void onBench(Runnable check) {
            if (executed) {
                check.run();
            }
        }

        private void limit(String name) {
            if (meaning.gives() == Gives.NOTHING) {
                limits.judged(name, place);
            } else {
                limit = limits.measured(name, place);
            }
        }

        private Optional<Quantity> quantity(String text) {
            Optional<Quantity> quantity = Quantity.parse(text);
            if (quantity.isEmpty()) {
                String symbol = text.substring(text.lastIndexOf(' ') + 1);
                problems.add(
                        place,
                        new Text("未知的单位 \"%s\"", "unknown unit \"%s\"").with(symbol),
                        Nearest.remedy(symbol, Unit.symbols()));
            }
            return quantity;
        }

        private void duration(Quantity time) {
            if (!time.unit().isCommensurableWith(Unit.S) || time.value() < 0) {
                problems.add(
                        place,
                        new Text("%s 不是时间", "%s is no time").with(time),
                        new Text("请写成如 5 s 的形式", "write it like 5 s"));
            }
        }

        private void level(Quantity level) {
            compared.flatMap(signal -> units.level(signal, level, place)).ifPresent(problems::add);
        }

        private void percent(String number) {
            if (!number.matches("\\d{1,2}|100")) {
                problems.add(
                        place,
                        new Text("没有第 %s 百分位", "there is no percentile %s").with(number),
                        new Text("请写 0 到 100", "write 0 to 100"));
            }
        }

        private void parameters(Effect.Kind kind) {
            if (kind == Effect.Kind.REPEATS) {
                command.ifPresent(known -> names.repeated(known, place));
            } else if (kind == Effect.Kind.SENDS) {
                command.ifPresent(known -> names.parameters(known, references.sent(given()), place));
            }
        }

        private Map<String, String> given() {
            int parameter = meaning.roles().indexOf(StepRole.PARAMETER);
            return parameter < 0
                    ? Map.of()
                    : Map.of(
                            found.arguments().get(parameter),
                            found.arguments().get(meaning.roles().indexOf(StepRole.SETTING)));
        }
    }
}
