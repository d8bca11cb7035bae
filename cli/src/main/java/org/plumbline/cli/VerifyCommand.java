package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.evidence.BagVerify;
import org.plumbline.evidence.VerifyResult;
import org.plumbline.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline verify}. */
@Command(name = "verify", resourceBundle = "org.plumbline.cli.help")
final class VerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "BUNDLE", descriptionKey = "verify.bundle")
    private List<Path> bundles;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean sound = true;
        for (Path bundle : bundles) {
            VerifyResult result = BagVerify.verify(bundle);
            sound &= result.isSound();
            if (json) {
                printJson(bundle, result);
            } else {
                print(bundle, result);
            }
        }
        return sound ? 0 : 1;
    }

    private void print(Path bundle, VerifyResult result) {
        console.out()
                .println(bundle + ": "
                        + (result.isSound()
                                ? console.text("完整，未被改动（%d 个文件）", "complete and unchanged (%d files)")
                                        .formatted(result.files())
                                : console.text("不完整或已被改动:", "incomplete or changed:")));
        for (Text finding : result.findings()) {
            console.out().println("  " + finding.in(console.language()));
        }
    }

    private void printJson(Path bundle, VerifyResult result) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("bundle", bundle.toString());
        node.put("sound", result.isSound());
        node.put("files", result.files());
        node.putPOJO(
                "findings",
                result.findings().stream().map(f -> f.in(console.language())).toList());
        console.out().println(node.toPrettyString());
    }
}
