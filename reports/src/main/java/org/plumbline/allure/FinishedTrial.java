package org.plumbline.allure;

import java.util.List;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;

/**
 * A trial whose samples are still on the session's timeline.
 *
 * @param judgingSteps for each judgement, which step made it, from 0
 */
record FinishedTrial(TrialResult result, Session session, List<Integer> judgingSteps) {}
