package org.plumbline.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.bench.Device;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.standard.DeclaredValue;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;

/** Checks what the steps of scenarios refer to among the declared values. */
record References(Standard standard, Device device) {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /**
     * @param executed whether the scenario applies to the device, so that the values have to be there
     * @return what is wrong with one step
     */
    List<Problem> problems(String step, Place place, boolean executed) {
        List<Problem> problems = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(step);
        while (quoted.find()) {
            if (DeclaredValue.isIn(quoted.group(1))) {
                problems.addAll(problemsOf(quoted.group(1), place, executed));
            }
        }
        return problems;
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
