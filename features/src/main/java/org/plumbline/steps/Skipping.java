package org.plumbline.steps;

import io.cucumber.java.Before;
import org.opentest4j.TestAbortedException;
import org.plumbline.run.Trial;
import org.plumbline.timeline.InterruptedRunException;

/** Leaves out scenarios that are not to be executed. Called by Cucumber. */
public final class Skipping {

    private final TrialHolder holder;

    /** Looks at the holder's trial. */
    public Skipping(TrialHolder holder) {
        this.holder = holder;
    }

    /** Before each scenario. */
    @Before
    public void skip() {
        Trial trial = holder.current().orElseThrow(InterruptedRunException::new);
        if (!trial.scenario().applies()) {
            throw new TestAbortedException("no requirement of this scenario applies to the device");
        }
    }
}
