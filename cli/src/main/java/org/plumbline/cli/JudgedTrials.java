package org.plumbline.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.run.RunListener;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;

/** Which recorded trial each one was judged on, whatever its scenario is called now and in which order they came. */
final class JudgedTrials implements RunListener {

    private final Map<String, String> recorded = new HashMap<>();

    @Override
    public void trialFinished(TrialResult trial, Session session) {
        session.judgedOn(trial.id()).ifPresent(id -> recorded.put(trial.id(), id));
    }

    /** Its id in the run that made the recording; null for one that the recording does not hold. */
    @Nullable
    String recorded(String trial) {
        return recorded.get(trial);
    }
}
