package org.plumbline.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.standard.Standard;

/**
 * What a run is going to do.
 *
 * @param id unique; begins with the UTC time of the start
 * @param started wall-clock time of the run's start, UTC
 * @param driver live, virtual or replay
 * @param directory where its files go; null where nothing is kept
 * @param inputs the files exactly as they are run; null where nothing is kept
 */
public record RunPlan(
        String id,
        String suite,
        Instant started,
        String driver,
        Standard standard,
        Bench bench,
        List<ScenarioPlan> scenarios,
        @Nullable Path directory,
        @Nullable Path inputs) {

    /** The sum of the observations of those scenarios that apply, in nanoseconds. */
    public long observation() {
        return scenarios.stream()
                .filter(ScenarioPlan::applies)
                .mapToLong(ScenarioPlan::observation)
                .sum();
    }
}
