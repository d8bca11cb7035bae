package org.plumbline.suite;

import io.cucumber.core.gherkin.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.bench.Bench;
import org.plumbline.bench.CommandSpec;
import org.plumbline.error.InputException;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.steps.CycleStep;
import org.plumbline.text.Text;

/** The stretches of one scenario between its changes of the device's state, as far as its steps tell. */
final class Stretches {

    private static final Text COMMAND = CycleStep.COLUMNS.get(0);

    private final Bench bench;
    private final CommandParameters parameters;
    private final List<Long> longest = new ArrayList<>(List.of(0L));
    private final Set<String> repeating = new HashSet<>();
    private long observation;
    private long waiting;
    private long needed;
    private long recorded;
    private boolean reached;
    private boolean actedOnNetwork;

    Stretches(Bench bench, CommandParameters parameters) {
        this.bench = bench;
        this.parameters = parameters;
    }

    /** The next step. */
    void take(FoundStep found, Step step) {
        StepEffects.of(found.template()).ifPresent(effect -> {
            List<String> arguments = found.arguments();
            switch (effect) {
                case SENDS -> send(arguments.get(0));
                case CYCLES ->
                    cycle(Integer.parseInt(arguments.get(0)), nanos(arguments.get(1)), CycleTable.rows(step));
                case REPEATS -> repeat(arguments.get(1));
                case STOPS -> stop(arguments.get(0));
                case OBSERVES -> observe(nanos(arguments.get(0)));
                case WAITS -> waiting += nanos(arguments.get(arguments.size() - 1));
                case REACHES -> reach(0, nanos(arguments.get(arguments.size() - 1)));
                case STAYS ->
                    reach(nanos(arguments.get(arguments.size() - 2)), nanos(arguments.get(arguments.size() - 1)));
            }
        });
    }

    private static long nanos(String time) {
        return Quantity.parse(time)
                .filter(parsed -> parsed.unit().isCommensurableWith(Unit.S))
                .map(Quantity::nanos)
                .orElse(0L);
    }

    /** The sum of its observations, in nanoseconds. */
    long observation() {
        return observation;
    }

    /** Ends the scenario, and with it a repetition that still goes on and what it did to the network. */
    void end() {
        if (!repeating.isEmpty() || actedOnNetwork) {
            change();
        }
        settle();
    }

    /** The longest observation in each stretch, in nanoseconds. */
    List<Long> longest() {
        return List.copyOf(longest);
    }

    /** How much longer it may take where the device makes it wait as long as it may, in nanoseconds. */
    long waiting() {
        return waiting;
    }

    private void send(String command) {
        if (sends(command)) {
            change();
        }
    }

    private void repeat(String command) {
        sends(command);
        repeating.add(command);
        change();
    }

    /**
     * Notes whether it acts on the network; whether it changes the state. One that the bench does not have will be an error, and
     * until then counts as one that does.
     */
    private boolean sends(String command) {
        Optional<CommandSpec> spec = bench.command(command);
        boolean network = spec.filter(parameters::actsOnNetwork).isPresent();
        actedOnNetwork |= network;
        return network || spec.map(CommandSpec::changesState).orElse(true);
    }

    private void stop(String command) {
        if (repeating.remove(command)) {
            change();
        }
    }

    /** A row's dwell begins at the arrival; the last of them can be looked back on. */
    private void cycle(int times, long within, List<CycleTable.Row> rows) {
        List<Long> dwells = rows.stream().map(Stretches::dwell).toList();
        long last = dwells.isEmpty() ? 0 : dwells.get(dwells.size() - 1);
        long all = times * dwells.stream().mapToLong(Long::longValue).sum();
        long changing =
                rows.stream().map(Stretches::command).filter(this::sends).count();
        boolean changes = changing > 0;
        if (changes) {
            change();
            stay(all - last);
            change();
        }
        stay(changes ? last : all);
        waiting += times * rows.size() * within;
    }

    private void stay(long duration) {
        lasts(duration);
        needed += duration;
        recorded += duration;
    }

    private void reach(long lasting, long within) {
        lasts(lasting);
        waiting += within;
        recorded = lasting;
        reached = true;
    }

    private void lasts(long duration) {
        int last = longest.size() - 1;
        longest.set(last, Math.max(longest.get(last), duration));
    }

    private void observe(long duration) {
        observation += duration;
        lasts(duration);
        long missing = Math.max(0, duration - recorded);
        needed += missing;
        recorded += missing;
        if (repeating.stream().anyMatch(this::sends)) {
            change();
        }
    }

    private void change() {
        settle();
        longest.add(0L);
        recorded = 0;
        reached = false;
    }

    /** What a stretch needs beyond its longest observation; the first counts on what was recorded before, unless it waited. */
    private void settle() {
        boolean lookedBack = longest.size() == 1 && reached;
        waiting += needed - (lookedBack ? 0 : longest.get(longest.size() - 1));
        needed = 0;
    }

    /** The commands that a step sends, by name, in order; without those of a repetition. */
    static List<String> commands(FoundStep found, Step step) {
        return StepEffects.of(found.template())
                .map(effect -> switch (effect) {
                    case SENDS -> List.of(found.arguments().get(0));
                    case CYCLES ->
                        Collections.nCopies(Integer.parseInt(found.arguments().get(0)), commands(step)).stream()
                                .flatMap(List::stream)
                                .toList();
                    default -> List.<String>of();
                })
                .orElse(List.of());
    }

    private static List<String> commands(Step step) {
        return CycleTable.rows(step).stream().map(Stretches::command).toList();
    }

    private static String command(CycleTable.Row row) {
        return row.cells().getOrDefault(COMMAND.zh(), row.cells().getOrDefault(COMMAND.en(), ""));
    }

    /** A row that is malformed is refused elsewhere. */
    private static long dwell(CycleTable.Row row) {
        try {
            return CycleStep.of(row.cells()).dwell();
        } catch (InputException e) {
            return 0;
        }
    }
}
