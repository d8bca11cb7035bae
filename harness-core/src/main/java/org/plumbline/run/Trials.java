package org.plumbline.run;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.plumbline.timeline.InterruptedRunException;

/** Begins the trials of a session; counts the attempts at each scenario. */
public final class Trials {

    private final Session session;
    private final Map<String, Integer> attempts = new HashMap<>();
    private int begun;
    private int round = 1;
    private long roundFrom;

    /** Trials in that session. */
    public Trials(Session session) {
        this.session = session;
    }

    /**
     * Begins the next attempt at a scenario, once channels that come back by themselves are back. A second attempt judges nothing that the first could have judged: its
     * observations begin no earlier than its round.
     *
     * @throws InterruptedRunException where the run was interrupted, be it meanwhile
     */
    public Trial begin(ScenarioPlan scenario) {
        session.awaitChannels();
        if (session.interrupted()) {
            throw new InterruptedRunException();
        }
        session.trialBegins();
        begun++;
        int attempt = attempts.merge(scenario.id(), 1, Integer::sum);
        Trial trial = new Trial(session, scenario, String.format(Locale.ROOT, "T%03d", begun), attempt);
        if (attempt > round) {
            round = attempt;
            roundFrom = session.endBefore(attempt).orElse(trial.from());
        }
        trial.inRound(roundFrom);
        return trial;
    }
}
