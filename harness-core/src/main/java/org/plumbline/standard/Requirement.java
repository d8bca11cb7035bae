package org.plumbline.standard;

import java.util.List;
import java.util.Map;
import org.plumbline.ics.Applicability;
import org.plumbline.text.Text;

/**
 * One testable sentence of the standard.
 *
 * @param id starts with the standard's id, as {@code UW-A02}
 * @param conformanceClass what a claim is made for
 * @param limits by name, in the order of the catalogue
 * @param challengedBy the seeded nonconformities that must make it fail
 */
public record Requirement(
        String id,
        String clause,
        String conformanceClass,
        Modality modality,
        Text text,
        Applicability applies,
        Map<String, Limit> limits,
        List<String> challengedBy) {}
