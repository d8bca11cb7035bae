package org.plumbline.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.plumbline.Plumbline;
import org.plumbline.robot.RobotModel;
import org.plumbline.run.Run;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;

/** In virtual time. */
class VirtualConformityTest extends ConformityTests {

    @Override
    Run run(RobotModel model, List<String> faults, Language language, Set<String> requirements) {
        Path bench = SimulatedBench.virtual(model, faults, SEED).writeTo(folder.resolve(model.name()));
        return Plumbline.bench(bench).virtual().in(language).run(Suite.named(model.name()));
    }
}
