package org.plumbline.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.plumbline.Plumbline;
import org.plumbline.robot.RobotModel;
import org.plumbline.run.Run;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;

/** From a capture, which is made in virtual time; the robot is not asked again. Every verdict and every number is the recorded one. */
class ReplayConformityTest extends ConformityTests {

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
        return again;
    }
}
