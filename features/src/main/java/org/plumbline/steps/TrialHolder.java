package org.plumbline.steps;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.run.Judging;
import org.plumbline.run.Trial;
import org.plumbline.text.Text;
import org.plumbline.timeline.RecordingEndedException;

/** The trial that the steps act on. One a run; for one thread. */
public final class TrialHolder {

    private final Judging judge;
    private final Map<String, Text> lacking;
    private @Nullable Trial trial;

    /** @param judge the run's judge */
    public TrialHolder(Judging judge) {
        this(judge, Map.of());
    }

    /**
     * The same where a recording cannot hold what some scenarios ask for: their first step says so.
     *
     * @param lacking what, by the scenario's id
     */
    public TrialHolder(Judging judge, Map<String, Text> lacking) {
        this.judge = judge;
        this.lacking = Map.copyOf(lacking);
    }

    /** Sets the trial that begins; null when it has ended. */
    public void set(@Nullable Trial current) {
        trial = current;
    }

    /** The trial that is executed; empty between trials. */
    public Optional<Trial> current() {
        return Optional.ofNullable(trial);
    }

    Trial trial() {
        Trial executed = current().orElseThrow(() -> new IllegalStateException("no trial is being executed"));
        Text lack = lacking.get(executed.scenario().id());
        if (lack != null) {
            throw new RecordingEndedException(lack);
        }
        return executed;
    }

    Judging judge() {
        return judge;
    }
}
