package org.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.plumbline.junit.ConformanceSuite;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;

/** A suite that comes with the product, on the simulated robot that comes with it. */
class NamedSuiteTest {

    private static final String FOLDER = "target/simulated-underwater";

    /** Nested, so that surefire does not run it before there is a bench. */
    @ConformanceSuite(
            suites = "underwater",
            bench = FOLDER + "/bench.yaml",
            virtual = true,
            language = Language.ZH,
            tags = "@UW-A03",
            out = "")
    static class Rov {}

    @Test
    void isRunByNameAndItsScenariosAreResources() {
        SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1).writeTo(Path.of(FOLDER));
        Execution execution = Execution.of(selectClass(Rov.class));
        assertThat(execution.tree()).isEqualTo("""
                Rov
                  UW 水下机器人 符合性要求与试验方法（示例草案）
                    UW-A03 6.3 定向时，实际航向偏差的第 95 百分位不应大于 3°。
                      定向 = successful
                    本次试验批次的结论 = successful
                """);
        assertThat(execution.events())
                .map(event -> event.getTestDescriptor().getSource().orElse(null))
                .contains(ClasspathResourceSource.from(
                        "org/plumbline/suites/underwater/20-hold.zh-CN.feature", FilePosition.from(25)));
    }
}
