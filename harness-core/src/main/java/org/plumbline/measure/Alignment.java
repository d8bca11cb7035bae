package org.plumbline.measure;

import java.util.List;
import org.plumbline.uncertainty.Contribution;

/** What is known of stamps that another clock than the run's made, and that were aligned with it afterwards. */
@FunctionalInterface
public interface Alignment {

    /** Of stamps that the run's own clock made. */
    Alignment NONE = (from, to) -> List.of();

    /**
     * What the alignment adds to the uncertainty of the time between two stamps, in seconds.
     *
     * @param from nanoseconds since the run's start
     * @param to nanoseconds since the run's start
     */
    List<Contribution> rows(long from, long to);
}
