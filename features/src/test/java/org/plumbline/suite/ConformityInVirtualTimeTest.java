package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.plumbline.Plumbline;
import org.plumbline.robot.RobotModel;
import org.plumbline.run.Run;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;

/**
 * In virtual time; and from the capture, for which the robot is not asked again: every verdict and every number is the recorded
 * one.
 */
class ConformityInVirtualTimeTest extends ConformityTests {

    @Override
    Run run(RobotModel model, List<String> faults, Language language, Set<String> requirements) {
        Path bench = SimulatedBench.virtual(model, faults, SEED).writeTo(folder.resolve(model.name()));
        Run recorded = Plumbline.bench(bench)
                .virtual()
                .in(language)
                .out(folder.resolve("out"))
                .run(Suite.named(model.name()));
        Run again = ReplayTest.replay(recorded, language, scenario -> true);
        ReplayTest.assertSame(recorded, again);
        assertThat(again.exitCode()).isEqualTo(recorded.exitCode());
        return recorded;
    }
}
