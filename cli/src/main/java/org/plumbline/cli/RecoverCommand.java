package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.plumbline.capture.RecordedFolder;
import org.plumbline.evidence.Recovered;
import org.plumbline.evidence.Recovery;
import org.plumbline.results.Results;
import org.plumbline.run.Run;
import org.plumbline.standard.Standard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline recover}. */
@Command(name = "recover", resourceBundle = "org.plumbline.cli.help")
final class RecoverCommand implements Callable<Integer> {

    /** There is a bundle, and what it was made of was not as it was recorded. */
    private static final int NOT_AS_RECORDED = 3;

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "DIR|CAPTURE", descriptionKey = "recover.dir")
    private List<Path> sources;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    RecoverCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        boolean asRecorded = true;
        for (Path source : sources) {
            Recovered recovered = Recovery.recover(source, console.language());
            asRecorded &= recovered.asRecorded();
            warn(recovered.run());
            if (json) {
                printJson(recovered);
            } else {
                print(recovered);
            }
        }
        return asRecorded ? 0 : NOT_AS_RECORDED;
    }

    private void warn(Run run) throws IOException {
        if (isBundle(run)) {
            Path folder = Objects.requireNonNull(run.plan().directory());
            RecordedPlugin.replaced(new ObjectMapper()
                            .readTree(
                                    folder.resolve("data").resolve(Results.JSON).toFile()))
                    .forEach(note -> console.err().println(capture(run) + ": " + note.in(console.language())));
        }
    }

    private void print(Recovered recovered) {
        Run run = recovered.run();
        run.incidents().forEach(incident -> console.out().println("  " + incident.in(console.language())));
        console.out()
                .println(console.text(
                                "  记录时长 %.1f s；试验 %d 个；哈希链核实到字节 %d",
                                "  %.1f s recorded; %d trials; verified by the hash chain up to byte %d")
                        .formatted(
                                run.duration() / 1e9,
                                run.trials().size(),
                                recovered.original().whole()));
        boolean bundle = isBundle(run);
        if (!recovered.inputs().isEmpty()) {
            console.say(
                    "  已改用原始记录中的输入文件；被替换的文件保留在 data/inputs-found",
                    "  the files in the capture were put in their place; what lay there is kept in data/inputs-found");
        }
        if (bundle && !recovered.original().findings().isEmpty()) {
            console.say(
                    "  无法证明原始记录与记录时相同：该证据包只供查看，不能作为证据",
                    "  nothing proves that the capture is what was recorded: this bundle is for looking at only");
        }
        if (bundle) {
            console.say("证据包（运行未完成）:", "evidence bundle (of a run that did not end):");
            console.out().println(run.plan().directory());
        } else {
            console.say("原始记录（没有标准，不制作证据包）:", "capture (without a standard: no bundle):");
            console.out().println(capture(run));
        }
    }

    private static boolean isBundle(Run run) {
        return !run.plan().standard().equals(Standard.NONE);
    }

    private static String capture(Run run) {
        return RecordedFolder.capture(Objects.requireNonNull(run.plan().directory()))
                .toString();
    }

    private void printJson(Recovered recovered) {
        Run run = recovered.run();
        ObjectNode node = new ObjectMapper().createObjectNode();
        if (isBundle(run)) {
            node.put("bundle", String.valueOf(run.plan().directory()));
        }
        node.put("capture", capture(run));
        node.put("run", run.plan().id());
        node.put("duration", run.duration());
        node.put("trials", run.trials().size());
        node.put("verifiedBytes", recovered.original().whole());
        node.putPOJO(
                "incidents",
                run.incidents().stream().map(i -> i.in(console.language())).toList());
        console.out().println(node.toPrettyString());
    }
}
