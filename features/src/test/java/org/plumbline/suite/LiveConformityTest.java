package org.plumbline.suite;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.provider.Arguments;
import org.plumbline.Plumbline;
import org.plumbline.pty.PseudoTerminal;
import org.plumbline.robot.RobotModel;
import org.plumbline.run.Run;
import org.plumbline.simulation.LiveRig;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;

/**
 * On real ports and a broker's socket, several robots side by side: a run waits most of its time. In every build the
 * conforming robots in Chinese; all faults and both languages with {@code -Dplumbline.live=true}.
 */
@Execution(CONCURRENT)
@EnabledIf(value = "pseudoTerminals", disabledReason = "this system has no pseudo-terminals")
class LiveConformityTest extends ConformityTests {

    private static final int ATTEMPTS = 3;
    private static final boolean ALL = Boolean.getBoolean("plumbline.live");

    static boolean pseudoTerminals() {
        return PseudoTerminal.available();
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
        return Stream.generate(() -> run(model, faults, language, suite))
                .limit(ATTEMPTS)
                .filter(run -> !heldUp(run, faults))
                .findFirst()
                .orElseGet(() -> run(model, faults, language, suite));
    }

    private Run run(RobotModel model, List<String> faults, Language language, Suite suite) {
        try (LiveRig rig = LiveRig.start(model, faults, SEED)) {
            Path bench = rig.writeBench(folder.resolve("live"));
            return Plumbline.bench(bench).in(language).run(suite);
        }
    }

    /** The robot lives on this computer, too: where others keep it busy, a conforming robot is late itself. */
    private static boolean heldUp(Run run, List<String> faults) {
        return run.requirements().stream()
                .map(result -> result.verdict())
                .anyMatch(verdict -> verdict == Verdict.INCONCLUSIVE || faults.isEmpty() && verdict == Verdict.FAIL);
    }
}
