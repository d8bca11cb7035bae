package org.plumbline.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.standard.Standard;
import org.plumbline.timeline.VirtualClock;

/**
 * What a run is going to do.
 *
 * @param id unique within the folder of its runs; begins with the UTC time when it was prepared
 * @param started wall-clock time when the run's clock began, UTC; {@link #VIRTUAL_START} in virtual time
 * @param driver live, virtual or replay
 * @param scenarios what it executes
 * @param leftOut the suite's other scenarios in the same language: what they would judge stays open
 * @param directory where its files go; null where nothing is kept
 * @param inputs the files exactly as they are run; null where nothing is kept
 * @param repeat how many times each scenario is executed, from 1: all of them once, then all again
 * @param characterisation what its time stamps are worth; {@link Characterisation#NONE} where nothing was measured
 */
public record RunPlan(
        String id,
        String suite,
        Instant started,
        String driver,
        Standard standard,
        Bench bench,
        List<ScenarioPlan> scenarios,
        List<ScenarioPlan> leftOut,
        @Nullable Path directory,
        @Nullable Path inputs,
        int repeat,
        Characterisation characterisation) {

    /** When every run in virtual time begins, so that the same seed gives the same bytes: 2026-01-01T00:00:00Z. */
    public static final Instant VIRTUAL_START = VirtualClock.START;

    /** A plan that executes each scenario once. */
    public RunPlan(
            String id,
            String suite,
            Instant started,
            String driver,
            Standard standard,
            Bench bench,
            List<ScenarioPlan> scenarios,
            List<ScenarioPlan> leftOut,
            @Nullable Path directory,
            @Nullable Path inputs) {
        this(id, suite, started, driver, standard, bench, scenarios, leftOut, directory, inputs, 1);
    }

    /** A plan whose time stamps are worth what is assumed. */
    public RunPlan(
            String id,
            String suite,
            Instant started,
            String driver,
            Standard standard,
            Bench bench,
            List<ScenarioPlan> scenarios,
            List<ScenarioPlan> leftOut,
            @Nullable Path directory,
            @Nullable Path inputs,
            int repeat) {
        this(
                id,
                suite,
                started,
                driver,
                standard,
                bench,
                scenarios,
                leftOut,
                directory,
                inputs,
                repeat,
                Characterisation.NONE);
    }

    /** The same with what its time stamps are worth. */
    public RunPlan with(Characterisation measured) {
        return new RunPlan(
                id, suite, started, driver, standard, bench, scenarios, leftOut, directory, inputs, repeat, measured);
    }

    /** The same, begun then. */
    public RunPlan begun(Instant start) {
        return new RunPlan(
                id,
                suite,
                start,
                driver,
                standard,
                bench,
                scenarios,
                leftOut,
                directory,
                inputs,
                repeat,
                characterisation);
    }

    /** How many trials there will be. */
    public int trials() {
        return scenarios.size() * repeat;
    }
}
