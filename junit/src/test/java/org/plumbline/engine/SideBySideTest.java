package org.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.plumbline.tank.TankSuites;

/** The launcher finds our engine by its service file, beside JUnit Jupiter; each runs what is its own. */
class SideBySideTest {

    /** Nested, so that surefire does not run it. */
    static class Plain {
        @Test
        void holds() {
            assertThat(1 + 1).isEqualTo(2);
        }
    }

    @Test
    void eachEngineRunsWhatIsItsOwn() {
        Map<String, Integer> passed = new TreeMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Plain.class), selectClass(TankSuites.Selected.class))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                    passed.merge(test.getUniqueIdObject().getEngineId().orElseThrow(), 1, Integer::sum);
                }
            }
        });
        assertThat(passed).isEqualTo(Map.of("junit-jupiter", 1, "plumbline", 4));
    }
}
