package org.plumbline.cli;

import java.util.concurrent.Callable;
import org.plumbline.steps.Below;
import org.plumbline.suite.StepCatalogue;
import org.plumbline.suite.StepTemplate;
import org.plumbline.suite.TableExample;
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
        Below.Kind below = template.below();
        if (below != null) {
            String columns = String.join(
                    " | ", TableExample.of(below).cells(console.language()).get(0));
            console.say("      下面的表格: | " + columns + " |", "      with a table below: | " + columns + " |");
        }
    }
}
