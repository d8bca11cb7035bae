package org.plumbline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Everything that an execution of our engine told the platform. */
record Execution(List<Event> events) {

    static Execution of(DiscoverySelector... selectors) {
        return filtered(new Filter<?>[0], selectors);
    }

    static Execution filtered(Filter<?>[] filters, DiscoverySelector... selectors) {
        return new Execution(EngineTestKit.engine(PlumblineEngine.ID)
                .selectors(selectors)
                .filters(filters)
                .execute()
                .allEvents()
                .list());
    }

    /** As people see it: containers as they begin, tests as they end, indented by their place in the tree. */
    String tree() {
        List<String> lines = new ArrayList<>();
        for (Event event : events) {
            TestDescriptor descriptor = event.getTestDescriptor();
            String line = "  "
                            .repeat(Math.max(
                                    0, descriptor.getUniqueId().getSegments().size() - 2))
                    + descriptor.getDisplayName();
            if (event.getType() == EventType.STARTED && descriptor.isContainer() && !descriptor.isRoot()) {
                lines.add(line);
            } else if (event.getType() == EventType.SKIPPED) {
                lines.add(line + " = skipped: " + event.getRequiredPayload(String.class));
            } else if (event.getType() == EventType.FINISHED) {
                TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
                if (descriptor.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    lines.add(line + " = " + words(result));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String words(TestExecutionResult result) {
        return result.getStatus().name().toLowerCase(java.util.Locale.ROOT)
                + result.getThrowable()
                        .map(t -> ", " + t.getClass().getSimpleName() + ": " + t.getMessage())
                        .orElse("");
    }

    /** What a test with that display name was reported with, in order. */
    List<Map<String, String>> entries(String displayName) {
        return events.stream()
                .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(displayName))
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }

    /** The result of the test with that display name. */
    TestExecutionResult result(String displayName) {
        return events.stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(displayName))
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .findFirst()
                .orElseThrow();
    }
}
