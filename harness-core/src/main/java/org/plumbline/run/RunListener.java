package org.plumbline.run;

import org.plumbline.error.Problem;
import org.plumbline.verdict.Judgement;

/**
 * Is told how a run goes on: displays, reports, evidence. Called on the run's thread, in order; what it throws makes the
 * run an error.
 */
public interface RunListener {

    /** Before all else, each thing that a run would be refused for now: a recording is judged in spite of it. */
    default void noted(Problem useless) {}

    /** Before the first trial; the channels are not open yet. */
    default void runStarted(RunPlan plan) {}

    /** A scenario begins. */
    default void trialStarted(ScenarioPlan scenario, int attempt) {}

    /** A step of it begins. */
    default void stepStarted(ScenarioPlan scenario, String step) {}

    /** A judgement was made. */
    default void judged(ScenarioPlan scenario, Judgement judgement) {}

    /** A scenario ended; samples of its stretch are on the timeline. */
    default void trialFinished(TrialResult trial, Session session) {}

    /** Everything ended; the channels and the capture are closed. */
    default void runFinished(Run run) {}
}
