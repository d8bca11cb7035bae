package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.concurrent.Callable;
import org.plumbline.suite.StepCatalogue;
import org.plumbline.suite.StepTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline steps}. */
@Command(name = "steps", resourceBundle = "org.plumbline.cli.help")
final class StepsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    StepsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (json) {
            ArrayNode steps = new ObjectMapper().createArrayNode();
            for (StepTemplate template : StepCatalogue.templates()) {
                steps.addObject()
                        .put("kind", template.kind().name().toLowerCase(java.util.Locale.ROOT))
                        .put("zh", template.expression().zh())
                        .put("en", template.expression().en());
            }
            console.out().println(steps.toPrettyString());
            return 0;
        }
        for (StepTemplate.Kind kind : StepTemplate.Kind.values()) {
            console.out().println(kind.word().in(console.language()));
            StepCatalogue.templates().stream()
                    .filter(template -> template.kind() == kind)
                    .forEach(template ->
                            console.out().println("  " + template.expression().in(console.language())));
        }
        return 0;
    }
}
