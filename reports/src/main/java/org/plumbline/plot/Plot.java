package org.plumbline.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diagram: panels over a common time axis and a gauge below them.
 *
 * @param note one line below the title
 * @param timeLabel of the time axis, with the unit
 * @param from where the time axis begins, seconds since the run's start
 * @param to where it ends
 * @param stretchFrom where the stretch that was measured begins
 * @param stretchTo where it ends
 * @param times limits of time, drawn across all panels
 * @param gauge null where there is no number to show
 */
record Plot(
        String title,
        String note,
        String timeLabel,
        double from,
        double to,
        double stretchFrom,
        double stretchTo,
        List<Mark> times,
        List<Panel> panels,
        @Nullable Gauge gauge) {}
