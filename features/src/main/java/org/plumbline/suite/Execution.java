package org.plumbline.suite;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.steps.TrialHolder;

/** Cucumber, driven in the process. */
final class Execution {

    private Execution() {}

    /** Executes every scenario on the holder's trial. */
    static void run(List<Feature> features, TrialHolder holder, Stream<Plugin> plugins) {
        GlueFactory glue = new GlueFactory(holder);
        Runtime.builder()
                .withRuntimeOptions(new RuntimeOptionsBuilder()
                        .addGlue(URI.create("classpath:/org/plumbline/steps"))
                        .setMonochrome()
                        .setNoSummary()
                        // as planned: Cucumber's own order would put all attempts at a scenario together
                        .setPickleOrder(pickles -> pickles)
                        .build())
                .withFeatureSupplier(() -> features)
                .withObjectFactorySupplier(() -> glue)
                .withAdditionalPlugins(plugins.toArray(Plugin[]::new))
                .build()
                .run();
    }
}
