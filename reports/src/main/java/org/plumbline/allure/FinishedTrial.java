package org.plumbline.allure;

import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;

/** A trial whose samples are still on the session's timeline. */
record FinishedTrial(TrialResult result, Session session) {}
