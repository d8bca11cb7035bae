package org.plumbline.steps;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.run.Judge;
import org.plumbline.run.Trial;

/** The trial that the steps act on. One a run; for one thread. */
public final class TrialHolder {

    private final Judge judge;
    private @Nullable Trial trial;

    /** @param judge the run's judge */
    public TrialHolder(Judge judge) {
        this.judge = judge;
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
        return current().orElseThrow(() -> new IllegalStateException("no trial is being executed"));
    }

    Judge judge() {
        return judge;
    }
}
