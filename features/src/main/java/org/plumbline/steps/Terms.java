package org.plumbline.steps;

import io.cucumber.datatable.DataTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.error.UnfitException;
import org.plumbline.quantity.Quantity;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Trial;
import org.plumbline.separation.Approach;
import org.plumbline.separation.MinimumDistance;
import org.plumbline.separation.ProtectiveSeparation;
import org.plumbline.separation.Stop;
import org.plumbline.text.Text;

/** The known quantities of a formula, from the table below a step. */
final class Terms {

    private final Map<Term, Quantity> values = new EnumMap<>(Term.class);

    /** @throws NotReachedException where a value is not declared */
    Terms(Trial trial, DataTable table) {
        table.asMaps().forEach(row -> {
            Term term = Term.of(row);
            values.put(
                    term,
                    term.value(
                                    row,
                                    trial.session().standard(),
                                    trial.session().bench().device().ixit(),
                                    Place.of(trial.scenario().feature()))
                            .orElseThrow(() -> new NotReachedException(new Text(
                                            "设备未声明“%s”所引用的 IXIT 项", "the device does not declare what \"%s\" refers to")
                                    .with(term.word()))));
        });
    }

    /**
     * S_p by the robot's speed in m/s.
     *
     * @throws InputException where a term is missing or does not belong there
     */
    DoubleFunction<ProtectiveSeparation> separation() {
        boolean decelerates = values.containsKey(Term.DECELERATION);
        Term stop = decelerates ? Term.DECELERATION : Term.STOPPING_TIME;
        require(TermUse.margin(stop));
        double person = of(Term.PERSON_SPEED);
        double reaction = of(Term.REACTION_TIME);
        double stopping = of(stop);
        double intrusion = of(Term.INTRUSION);
        double ofPerson = of(Term.PERSON_UNCERTAINTY);
        double ofRobot = of(Term.ROBOT_UNCERTAINTY);
        return speed -> ProtectiveSeparation.of(
                new Approach(person, speed),
                decelerates
                        ? Stop.decelerating(reaction, speed, stopping)
                        : Stop.atFullSpeed(reaction, stopping, speed),
                intrusion,
                ofPerson,
                ofRobot);
    }

    /**
     * S by the overall time in s.
     *
     * @throws InputException where a term is missing or does not belong there, or ISO 13855 does not cover the values
     */
    DoubleFunction<MinimumDistance> minimum(Safeguard safeguard) {
        require(safeguard.terms());
        DoubleFunction<MinimumDistance> formula = safeguard.formula(this::of);
        try {
            formula.apply(0);
        } catch (UnfitException e) {
            throw new InputException(Problem.of(
                    new Text("ISO 13855 的公式不适用于表中的值: %s", "ISO 13855 does not cover the values of the table: %s")
                            .with(e.reason()),
                    new Text("请改正表中的值，或改用其他防护装置", "correct the table, or name another safeguard")));
        }
        return formula;
    }

    /** In the term's own unit. */
    double of(Term term) {
        Quantity value = Optional.ofNullable(values.get(term)).orElseThrow();
        return value.in(term.unit());
    }

    private void require(List<Term> wanted) {
        boolean stands = !wanted.contains(Term.DECELERATION) || of(Term.DECELERATION) > 0;
        if (!values.keySet().equals(Set.copyOf(wanted)) || !stands) {
            throw new InputException(Problem.of(
                    new Text(
                            "步骤下面的表格缺少项、有多余的项，或减速度为 0",
                            "the table below the step lacks a term, has one too many, or a deceleration of 0"),
                    new Text("须有且仅有: %s", "it needs just these: %s")
                            .with(new Text(
                                    wanted.stream()
                                            .map(term -> term.word().zh())
                                            .collect(Collectors.joining("、")),
                                    wanted.stream()
                                            .map(term -> term.word().en())
                                            .collect(Collectors.joining(", "))))));
        }
    }
}
