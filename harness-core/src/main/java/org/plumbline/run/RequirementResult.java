package org.plumbline.run;

import java.util.List;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/**
 * What a run says about one requirement.
 *
 * @param verdict the worst of all its trials
 * @param judgements every one, of every attempt
 * @param trials ids of the trials that decide it
 * @param reasons why it is not a pass, each once
 * @param complete whether every scenario of the suite that decides it was executed and came to a verdict for it
 */
public record RequirementResult(
        Requirement requirement,
        Verdict verdict,
        List<Judgement> judgements,
        List<String> trials,
        List<Text> reasons,
        boolean complete) {}
