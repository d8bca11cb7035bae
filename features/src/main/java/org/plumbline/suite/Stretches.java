package org.plumbline.suite;

import io.cucumber.core.gherkin.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.bench.Bench;
import org.plumbline.bench.CommandSpec;
import org.plumbline.quantity.Quantity;
import org.plumbline.steps.CycleStep;
import org.plumbline.text.Text;

/** The stretches of one scenario between its changes of the device's state, as far as its steps tell. */
final class Stretches {

    private static final Text COMMAND = CycleStep.COLUMNS.get(0);

    private final Bench bench;
    private final List<Long> longest = new ArrayList<>(List.of(0L));
    private final Set<String> repeating = new HashSet<>();
    private long observation;

    Stretches(Bench bench) {
        this.bench = bench;
    }

    /** The next step. */
    void take(FoundStep found, Step step) {
        StepEffects.of(found.template()).ifPresent(effect -> {
            List<String> arguments = found.arguments();
            switch (effect) {
                case SENDS -> send(arguments.get(0));
                case CYCLES -> commands(step).forEach(this::send);
                case REPEATS -> {
                    repeating.add(arguments.get(1));
                    change();
                }
                case STOPS -> stop(arguments.get(0));
                case OBSERVES ->
                    observe(Quantity.parse(arguments.get(0))
                            .map(Quantity::nanos)
                            .orElse(0L));
            }
        });
    }

    /** The sum of its observations, in nanoseconds. */
    long observation() {
        return observation;
    }

    /** The longest observation in each stretch, in nanoseconds; a repetition that still goes on ends with the scenario. */
    List<Long> longest() {
        if (!repeating.isEmpty()) {
            change();
        }
        return List.copyOf(longest);
    }

    private void send(String command) {
        if (changesState(command)) {
            change();
        }
    }

    private void stop(String command) {
        if (repeating.remove(command)) {
            change();
        }
    }

    private void observe(long duration) {
        observation += duration;
        int last = longest.size() - 1;
        longest.set(last, Math.max(longest.get(last), duration));
        if (repeating.stream().anyMatch(this::changesState)) {
            change();
        }
    }

    private void change() {
        longest.add(0L);
    }

    /** A command that the bench does not have will be an error, and until then counts as one that does. */
    private boolean changesState(String command) {
        return bench.command(command).map(CommandSpec::changesState).orElse(true);
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
                    case REPEATS, STOPS, OBSERVES -> List.<String>of();
                })
                .orElse(List.of());
    }

    private static List<String> commands(Step step) {
        return CycleTable.rows(step).stream()
                .map(row -> row.cells().getOrDefault(COMMAND.zh(), row.cells().getOrDefault(COMMAND.en(), "")))
                .toList();
    }
}
