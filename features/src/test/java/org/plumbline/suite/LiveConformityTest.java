package org.plumbline.suite;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.provider.Arguments;
import org.plumbline.Plumbline;
import org.plumbline.pty.PseudoTerminal;
import org.plumbline.robot.RobotModel;
import org.plumbline.run.Run;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;

/**
 * On real ports and a broker's socket, several robots side by side: a run waits most of its time. In every build the
 * conforming robots in Chinese; all faults and both languages with {@code -Dplumbline.live=true}. What was captured is
 * judged again each time.
 */
@Tag("alone")
@Execution(CONCURRENT)
@EnabledIf(value = "pseudoTerminals", disabledReason = "this system has no pseudo-terminals")
class LiveConformityTest extends ConformityTests {

    private static final int ATTEMPTS = 6;
    private static final boolean ALL = Boolean.getBoolean("plumbline.live");

    /** Robots share them, for they wait most of their time; a replay does not, and comes when no robot moves. */
    private static final ReadWriteLock PROCESSORS = new ReentrantReadWriteLock();

    static boolean pseudoTerminals() {
        return PseudoTerminal.available();
    }

    /** What is loaded and compiled by now holds no robot up later, and no run has to be made again for it. */
    @BeforeAll
    static void warmUp(@TempDir Path folder) {
        for (RobotModel model : RobotModels.all()) {
            Path bench = SimulatedBench.virtual(model, List.of(), SEED).writeTo(folder.resolve(model.name()));
            Plumbline.bench(bench).virtual().in(Language.ZH).run(Suite.named(model.name()));
        }
    }

    static Stream<Arguments> robots() {
        return ConformityTests.robots().filter(robot -> ALL || robot.get()[1] == Language.ZH);
    }

    static Stream<Arguments> faults() {
        return ALL ? ConformityTests.faults() : Stream.of(Arguments.of("cobot", "slow-stop"));
    }

    /** Of a faulty robot only the scenarios that are to find the fault: the others take their time in virtual time. */
    @Override
    Run run(RobotModel model, List<String> faults, Language language, Set<String> requirements) {
        Suite all = Suite.named(model.name());
        Suite suite = requirements.isEmpty() ? all : all.only(requirements.toArray(String[]::new));
        Attempt attempt = run(model, faults, language, suite, 1);
        for (int number = 2; attempt.heldUp() && number <= ATTEMPTS; number++) {
            attempt = run(model, faults, language, suite, number);
        }
        return attempt.run();
    }

    private Attempt run(RobotModel model, List<String> faults, Language language, Suite suite, int number) {
        Attempt attempt = live(model, faults, language, suite, number);
        replay(attempt.run(), language);
        return attempt;
    }

    private Attempt live(RobotModel model, List<String> faults, Language language, Suite suite, int number) {
        PROCESSORS.readLock().lock();
        try (LiveRig rig = LiveRig.start(model, faults, SEED)) {
            Path bench = rig.writeBench(folder.resolve("live" + number));
            rig.lateness(); // its classes were being loaded
            Run run = Plumbline.bench(bench)
                    .in(language)
                    .out(folder.resolve("out" + number))
                    .run(suite);
            return new Attempt(run, rig.lateness());
        } finally {
            PROCESSORS.readLock().unlock();
        }
    }

    private static void replay(Run run, Language language) {
        PROCESSORS.writeLock().lock();
        try {
            Set<String> recorded =
                    run.trials().stream().map(trial -> trial.scenario().key()).collect(Collectors.toSet());
            ReplayTest.assertSame(run, ReplayTest.replay(run, language, scenario -> recorded.contains(scenario.key())));
        } finally {
            PROCESSORS.writeLock().unlock();
        }
    }

    /**
     * A run, and by how much the robot was late at most, in nanoseconds: it lives on this computer, too, and where others
     * keep it busy a conforming robot is late itself.
     */
    private record Attempt(Run run, long lateness) {

        private static final long LATE = 50_000_000;
        private static final Set<Verdict> UNDECIDED = Set.of(Verdict.INCONCLUSIVE, Verdict.FAIL);

        /** Where nothing kept robot and harness from working, what came out is what the robot is worth. */
        boolean heldUp() {
            return run.requirements().stream()
                    .filter(result -> UNDECIDED.contains(result.verdict()))
                    .anyMatch(result -> lateness > LATE
                            || result.reasons().stream()
                                    .anyMatch(reason -> reason.en().contains("the computer was busy")));
        }
    }
}
