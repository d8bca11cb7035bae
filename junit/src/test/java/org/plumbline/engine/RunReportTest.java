package org.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.plumbline.junit.ConformanceSuite;
import org.plumbline.tank.TankSuites;

/** What is reported of a run that throws in the middle of a scenario. */
class RunReportTest implements EngineExecutionListener {

    private final List<String> told = new ArrayList<>();

    @Test
    void endsTheScenarioThatIsOpenAndLeavesTheOthersOut() {
        SuiteNode suite = SuiteNode.of(
                new SuiteRequest(
                        TankSuites.Selected.class,
                        TankSuites.SUITE,
                        TankSuites.Selected.class.getAnnotation(ConformanceSuite.class)),
                UniqueId.forEngine(PlumblineEngine.ID));
        RunReport report = new RunReport(suite, this);
        ScenarioNode first = suite.scenarios().get(0);
        report.trialStarted(first.scenario(), 1);
        report.breakOff(new ErrorVerdictException("the disk is full", null));
        assertThat(told)
                .containsExactly(
                        "started TK-A01 4.1 The level shall not exceed 1 m.",
                        "started Level below the rim",
                        "FAILED Level below the rim",
                        "skipped Level with the pump running, not executed: the disk is full",
                        "SUCCESSFUL TK-A01 4.1 The level shall not exceed 1 m.",
                        "started TK-S01 5.1 The pump shall stop within 1 s of the command.",
                        "skipped Stopping the pump, not executed: the disk is full",
                        "SUCCESSFUL TK-S01 5.1 The pump shall stop within 1 s of the command.");
    }

    @Override
    public void executionStarted(TestDescriptor descriptor) {
        told.add("started " + descriptor.getDisplayName());
    }

    @Override
    public void executionSkipped(TestDescriptor descriptor, String reason) {
        told.add("skipped " + descriptor.getDisplayName() + ", " + reason);
    }

    @Override
    public void executionFinished(TestDescriptor descriptor, TestExecutionResult result) {
        told.add(result.getStatus() + " " + descriptor.getDisplayName());
    }
}
