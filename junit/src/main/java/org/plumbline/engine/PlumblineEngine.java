package org.plumbline.engine;

import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/**
 * Finds classes with {@link org.plumbline.junit.ConformanceSuite} and runs their suites one after the other. Found by
 * the JUnit Platform through {@link java.util.ServiceLoader}; looks at no other class.
 */
public final class PlumblineEngine implements TestEngine {

    /** The engine's id in filters and unique ids. */
    public static final String ID = "plumbline";

    private static final EngineDiscoveryRequestResolver<EngineDescriptor> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                    .addClassContainerSelectorResolver(ClassResolver::stands)
                    .addSelectorResolver(context -> new ClassResolver(context.getClassNameFilter()))
                    .build();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor engine = new EngineDescriptor(id, "Plumbline");
        RESOLVER.resolve(request, engine);
        engine.getChildren().stream()
                .flatMap(child -> ((ClassNode) child).grow().stream())
                .forEach(missing -> request.getDiscoveryListener().issueEncountered(id, notThere(missing)));
        return engine;
    }

    /** A test that was to be run again and is gone must not look like one that passed. */
    private static DiscoveryIssue notThere(UniqueId id) {
        return DiscoveryIssue.create(
                DiscoveryIssue.Severity.ERROR,
                "nothing in the suites has the unique id %s; select the class again".formatted(id));
    }

    @Override
    public void execute(ExecutionRequest request) {
        EngineExecutionListener listener = request.getEngineExecutionListener();
        TestDescriptor engine = request.getRootTestDescriptor();
        listener.executionStarted(engine);
        for (TestDescriptor type : engine.getChildren()) {
            listener.executionStarted(type);
            type.getChildren().forEach(suite -> new SuiteExecution((SuiteNode) suite, listener).run());
            listener.executionFinished(type, TestExecutionResult.successful());
        }
        listener.executionFinished(engine, TestExecutionResult.successful());
    }
}
