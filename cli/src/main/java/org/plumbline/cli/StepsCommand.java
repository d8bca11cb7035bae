package org.plumbline.cli;

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
            console.out().println(VocabularyJson.steps().toPrettyString());
            return 0;
        }
        for (StepTemplate.Kind kind : StepTemplate.Kind.values()) {
            console.out().println(kind.word().in(console.language()));
            StepCatalogue.templates().stream()
                    .filter(template -> template.kind() == kind)
                    .forEach(this::print);
        }
        new VocabularyNotes(console).print();
        return 0;
    }

    private void print(StepTemplate template) {
        console.out().println("  " + template.expression().in(console.language()));
        console.say(
                "      例: " + template.example().zh(),
                "      e.g. " + template.example().en());
    }
}
