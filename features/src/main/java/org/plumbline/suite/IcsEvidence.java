package org.plumbline.suite;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plumbline.bench.Bench;
import org.plumbline.standard.IcsItem;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.steps.CycleStep;
import org.plumbline.text.Text;

/**
 * By which signals a device shows that what its ICS declares of one item is so.
 *
 * @param declared whether the device is declared to have it
 * @param signals of the device that are asked for only by scenarios that apply only with the item: what an instrument measures
 *     comes without the device, and what other scenarios ask for comes without the item
 */
public record IcsEvidence(IcsItem item, boolean declared, Set<String> signals) {

    private static final Set<StepRole> SIGNALS = EnumSet.of(StepRole.SIGNAL, StepRole.LENGTH, StepRole.SPEED);
    private static final Text SIGNAL = CycleStep.COLUMNS.get(3);

    /** That of each item for which there is any. */
    static List<IcsEvidence> of(Standard standard, List<Feature> features, Bench bench) {
        return standard.ics().values().stream()
                .map(item -> of(item, standard, features, bench))
                .filter(evidence -> !evidence.signals().isEmpty())
                .toList();
    }

    private static IcsEvidence of(IcsItem item, Standard standard, List<Feature> features, Bench bench) {
        boolean declared = bench.device().declares(item.id());
        StepReader steps = new StepReader();
        Set<String> because = new TreeSet<>();
        Set<String> anyway = new TreeSet<>();
        for (Feature feature : features) {
            for (Pickle pickle : feature.getPickles()) {
                boolean with = applies(
                        pickle,
                        standard,
                        name -> name.equals(item.id()) || bench.device().declares(name));
                boolean without = applies(
                        pickle,
                        standard,
                        name -> !name.equals(item.id()) && bench.device().declares(name));
                if (with && !without) {
                    because.addAll(signals(pickle, steps));
                } else if (without) {
                    anyway.addAll(signals(pickle, steps));
                }
            }
        }
        because.removeAll(anyway);
        because.retainAll(bench.device().signals().keySet());
        return new IcsEvidence(item, declared, because);
    }

    private static boolean applies(Pickle pickle, Standard standard, Predicate<String> declared) {
        return pickle.getTags().stream()
                .flatMap(tag -> standard.requirement(tag.substring(1)).stream())
                .map(Requirement::applies)
                .anyMatch(applies -> applies.holds(declared));
    }

    private static List<String> signals(Pickle pickle, StepReader steps) {
        List<String> signals = new ArrayList<>();
        for (Step step : pickle.getSteps()) {
            steps.find(step.getText()).ifPresent(found -> signals.addAll(signals(found, step)));
        }
        return signals;
    }

    private static List<String> signals(FoundStep found, Step step) {
        List<StepRole> roles = StepMeanings.of(found.template().expression().en())
                .map(StepMeaning::roles)
                .filter(known -> known.size() == found.arguments().size())
                .orElse(List.of());
        List<String> signals = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            if (SIGNALS.contains(roles.get(i))) {
                signals.add(found.arguments().get(i));
            }
        }
        CycleTable.rows(step).stream()
                .flatMap(row -> Stream.of(SIGNAL.zh(), SIGNAL.en()).map(row.cells()::get))
                .filter(Objects::nonNull)
                .forEach(signals::add);
        return signals;
    }
}
