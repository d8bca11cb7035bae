package org.plumbline.suite;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Execution;
import org.plumbline.Plumbline;
import org.plumbline.pty.PseudoTerminal;
import org.plumbline.robot.RobotModel;
import org.plumbline.run.Run;
import org.plumbline.simulation.LiveRig;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;

/** On real ports and a broker's socket, several robots side by side: a run waits most of its time. */
@Execution(CONCURRENT)
@EnabledIf(value = "pseudoTerminals", disabledReason = "this system has no pseudo-terminals")
class LiveConformityTest extends ConformityTests {

    private static final int ATTEMPTS = 3;

    static boolean pseudoTerminals() {
        return PseudoTerminal.available();
    }

    /** Of a faulty robot only the scenarios that are to find the fault: the others take their time in virtual time. */
    @Override
    Run run(RobotModel model, List<String> faults, Language language, Set<String> requirements) {
        Suite all = Suite.named(model.name());
        Suite suite = requirements.isEmpty() ? all : all.only(requirements.toArray(String[]::new));
        return Stream.generate(() -> run(model, faults, language, suite))
                .limit(ATTEMPTS)
                .filter(run -> !heldUp(run))
                .findFirst()
                .orElseGet(() -> run(model, faults, language, suite));
    }

    private Run run(RobotModel model, List<String> faults, Language language, Suite suite) {
        try (LiveRig rig = LiveRig.start(model, faults, SEED)) {
            Path bench = rig.writeBench(folder.resolve("live"));
            return Plumbline.bench(bench).in(language).run(suite);
        }
    }

    /** On a computer that others keep busy a run may have to leave something open; that is no answer to a test. */
    private static boolean heldUp(Run run) {
        return run.requirements().stream().anyMatch(result -> result.verdict() == Verdict.INCONCLUSIVE);
    }
}
