package org.plumbline.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.Problem;
import org.plumbline.run.RunListener;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;

/**
 * Which recorded trial each one was judged on, whatever its scenario is called now and in which order they came, and what of
 * the files a run would be refused for now.
 */
final class JudgedTrials implements RunListener {

    private final Origins origins;
    private final Map<String, String> recorded = new HashMap<>();
    private final List<Problem> notes = new ArrayList<>();

    /** @param origins where the user has the files from */
    JudgedTrials(Origins origins) {
        this.origins = origins;
    }

    @Override
    public void noted(Problem useless) {
        notes.add(origins.inOwnFile(useless));
    }

    @Override
    public void trialFinished(TrialResult trial, Session session) {
        session.judgedOn(trial.id()).ifPresent(id -> recorded.put(trial.id(), id));
    }

    /** What a run would be refused for. */
    List<Problem> notes() {
        return List.copyOf(notes);
    }

    /** Its id in the run that made the recording; null for one that the recording does not hold. */
    @Nullable
    String recorded(String trial) {
        return recorded.get(trial);
    }
}
