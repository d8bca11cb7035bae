package org.plumbline.run;

import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Measurement;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;

/** What compares measurements with limits: the {@link Judge}; in a test of the canaries one that is wrong. */
@FunctionalInterface
public interface Judging {

    /**
     * One judgement.
     *
     * @param time nanoseconds since the run's start
     * @param measurement null where none was taken
     * @param lacking why none was taken, where none was
     */
    Judgement judge(long time, Requirement requirement, Limit limit, @Nullable Measurement measurement, Text lacking);
}
