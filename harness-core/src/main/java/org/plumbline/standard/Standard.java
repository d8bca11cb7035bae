package org.plumbline.standard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.text.Text;

/**
 * The machine-readable catalogue of one draft.
 *
 * @param id short; requirement ids start with it
 * @param level international, national, industry, local or association
 * @param stage the stage word of that level
 * @param sources where figures come from: number and clause, never text
 * @param ics by id, in the order of the catalogue
 * @param ixit by id, in the order of the catalogue
 * @param references signals that count as truth and must come from an instrument
 * @param completeness when what an instrument delivered is whole enough to judge from
 */
public record Standard(
        String id,
        Text title,
        String level,
        String stage,
        String revision,
        List<Lead> leads,
        List<String> sources,
        Map<String, IcsItem> ics,
        Map<String, IxitItem> ixit,
        List<String> references,
        Completeness completeness,
        List<Requirement> requirements) {

    /** Of what is recorded without one. */
    public static final Standard NONE = new Standard(
            "-",
            Text.same("-"),
            "-",
            "-",
            "-",
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            Completeness.DEFAULT,
            List.of());

    /** The requirement of that id. */
    public Optional<Requirement> requirement(String requirementId) {
        return requirements.stream().filter(r -> r.id().equals(requirementId)).findFirst();
    }

    /** The requirement that the limit belongs to. */
    public Optional<Requirement> requirementOfLimit(String limit) {
        return requirements.stream().filter(r -> r.limits().containsKey(limit)).findFirst();
    }
}
