package org.plumbline.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;

/** What keeps a run from a pass, in lines for messages. */
public final class Findings {

    private final Language language;

    /** In that language. */
    public Findings(Language language) {
        this.language = language;
    }

    /** {@code UW-A02 6.2}. */
    public static String label(Requirement requirement) {
        return requirement.id() + " " + requirement.clause();
    }

    /** One line for each applicable {@code shall} requirement that is not a pass, then the run's incidents. */
    public List<String> of(Run run) {
        List<String> lines = new ArrayList<>();
        run.requirements().stream()
                .filter(result -> result.requirement().modality() == Modality.SHALL)
                .filter(result -> result.verdict() != Verdict.PASS && result.verdict() != Verdict.NOT_APPLICABLE)
                .forEach(result -> lines.add(of(result)));
        run.incidents().forEach(incident -> lines.add(incident.in(language)));
        return lines;
    }

    /** {@code UW-A02 6.2: fail: 0.141 m ± 0.020 m (k = 2), limit ≤ 0.1 m, ...}; all reasons on one line. */
    public String of(RequirementResult result) {
        String reasons =
                result.reasons().stream().map(reason -> reason.in(language)).collect(Collectors.joining(" | "));
        return label(result.requirement()) + ": " + result.verdict().word().in(language)
                + (reasons.isEmpty() ? "" : ": " + reasons);
    }
}
