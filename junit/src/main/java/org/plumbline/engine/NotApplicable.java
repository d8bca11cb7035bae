package org.plumbline.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.bench.Device;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.standard.IcsItem;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** Says which declarations of the ICS keep a scenario from applying. */
final class NotApplicable {

    private NotApplicable() {}

    static Text why(ScenarioPlan scenario, Standard standard, Device device) {
        Set<String> items = new LinkedHashSet<>();
        for (String id : scenario.requirements()) {
            items.addAll(standard.requirement(id)
                    .map(Requirement::applies)
                    .orElseThrow()
                    .items());
        }
        String ids = String.join(", ", scenario.requirements());
        return new Text(
                "%s 不适用；实现一致性声明（ICS）: %s".formatted(ids, declared(items, standard, device, Language.ZH)),
                "%s: not applicable; the ICS declares %s"
                        .formatted(ids, declared(items, standard, device, Language.EN)));
    }

    private static String declared(Set<String> items, Standard standard, Device device, Language language) {
        return items.stream()
                .map(id -> shown(id, standard, device, language))
                .collect(Collectors.joining(language == Language.ZH ? "；" : "; "));
    }

    private static String shown(String id, Standard standard, Device device, Language language) {
        IcsItem item = standard.ics().get(id);
        String answer = new Text(device.declares(id) ? "是" : "否", device.declares(id) ? "yes" : "no").in(language);
        return item == null
                ? id + " = " + answer
                : id
                        + (language == Language.ZH ? "（%s）= %s" : " (%s) = %s")
                                .formatted(item.question().in(language), answer);
    }
}
