package org.plumbline.suite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.bench.Device;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.standard.DeclaredValue;
import org.plumbline.standard.Standard;
import org.plumbline.steps.Term;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;

/** Checks what the steps of scenarios refer to among the declared values. */
record References(Standard standard, Device device) {

    /**
     * Checks the arguments of one step.
     *
     * @param executed whether the scenario applies to the device, so that the values have to be there
     * @param wrong gets what is wrong with them
     * @param missing gets what the device does not declare
     */
    void check(List<String> arguments, Place place, boolean executed, Problems wrong, Problems missing) {
        for (String argument : arguments) {
            if (DeclaredValue.isIn(argument)) {
                List<Problem> mistakes = problemsOf(argument, place, false);
                mistakes.forEach(wrong::add);
                if (executed && mistakes.isEmpty()) {
                    problemsOf(argument, place, true).forEach(missing::add);
                }
            }
        }
    }

    /**
     * Looks a row of a table of terms over.
     *
     * @throws org.plumbline.error.InputException where its name or its value is wrong
     */
    void requireTerm(Map<String, String> row, Place place) {
        Term.of(row).value(row, standard, device.ixit(), place);
    }

    /** Parameters as they will be sent; the text itself where what it refers to is wrong. */
    Map<String, String> sent(Map<String, String> parameters) {
        Map<String, String> sent = new HashMap<>();
        parameters.forEach((name, value) -> sent.put(name, sent(value)));
        return sent;
    }

    private String sent(String value) {
        Place nowhere = Place.of("");
        boolean resolves =
                DeclaredValue.isIn(value) && problemsOf(value, nowhere, true).isEmpty();
        return resolves ? DeclaredValue.of(value, standard, nowhere).number(device.ixit()) : value;
    }

    private List<Problem> problemsOf(String text, Place place, boolean executed) {
        try {
            Optional<String> missing = DeclaredValue.of(text, standard, place).items().stream()
                    .filter(item -> executed && !device.ixit().containsKey(item))
                    .findFirst();
            return missing.map(item -> undeclared(item, place)).stream().toList();
        } catch (InputException e) {
            return e.problems();
        }
    }

    private static Problem undeclared(String item, Place place) {
        return new Problem(
                place,
                new Text(
                                "该步骤需要 IXIT 项 \"%s\"，设备未声明",
                                "this step needs the IXIT item \"%s\", which the device does not declare")
                        .with(item),
                new Text("请在 device.yaml 的 ixit 中声明", "declare it under ixit in device.yaml"));
    }
}
