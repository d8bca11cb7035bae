package org.plumbline.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.bag.Bag;
import org.plumbline.bag.BagInfo;
import org.plumbline.bag.Tree;
import org.plumbline.error.FileTrouble;
import org.plumbline.results.Results;
import org.plumbline.results.ResultsSchema;
import org.plumbline.text.Text;

/** Completeness of a bundle: that it holds what a stranger needs, and that its parts speak of the same run. */
final class Members {

    private static final String DATA = "data/";
    private static final String RESULTS = DATA + Results.JSON;
    private static final List<String> FILES = List.of(
            DATA + "inputs/standard.yaml",
            DATA + "inputs/bench.yaml",
            DATA + "inputs/device.yaml",
            RESULTS,
            DATA + Results.JUNIT,
            DATA + Results.TRACEABILITY,
            Readme.NAME);
    private static final int MOST = 256 << 20;

    private final Tree tree;
    private final List<Text> findings = new ArrayList<>();

    private Members(Tree tree) {
        this.tree = tree;
    }

    /** What is missing or does not fit, one sentence each, naming the file. */
    static List<Text> check(Tree tree) {
        Members members = new Members(tree);
        FILES.forEach(members::file);
        members.kind(DATA + "inputs/", ".feature");
        members.kind(DATA + "capture/", ".mcap");
        members.results().ifPresent(members::fit);
        members.chains();
        return members.findings;
    }

    private void chains() {
        try {
            findings.addAll(Chains.check(tree, info()));
        } catch (IOException e) {
            findings.add(
                    new Text("data/capture：无法读取：%s", "data/capture: cannot be read: %s").with(FileTrouble.words(e)));
        }
    }

    private void file(String path) {
        if (!tree.sizes().containsKey(path)) {
            missing(path);
        }
    }

    private void kind(String folder, String suffix) {
        if (tree.sizes().keySet().stream().noneMatch(path -> path.startsWith(folder) && path.endsWith(suffix))) {
            missing(folder + "*" + suffix);
        }
    }

    private void missing(String path) {
        findings.add(new Text("%s：证据包缺少此必备文件", "%s: a bundle must hold this file, but it is missing").with(path));
    }

    private Optional<JsonNode> results() {
        if (!tree.sizes().containsKey(RESULTS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ResultsSchema.read(tree.bytes(RESULTS, MOST)));
        } catch (JsonProcessingException e) {
            findings.add(new Text("%s：不是有效的 JSON：%s", "%s: not valid JSON: %s").with(RESULTS, e.getOriginalMessage()));
        } catch (IOException e) {
            findings.add(new Text("%s：无法读取：%s", "%s: cannot be read: %s").with(RESULTS, FileTrouble.words(e)));
        }
        return Optional.empty();
    }

    private void fit(JsonNode results) {
        List<Text> misfits = ResultsSchema.check(results);
        misfits.forEach(misfit -> findings.add(new Text(RESULTS + "：" + misfit.zh(), RESULTS + ": " + misfit.en())));
        if (misfits.isEmpty()) {
            sameRun(results);
        }
    }

    private void sameRun(JsonNode results) {
        List<String> runs = new ArrayList<>();
        results.path("runs").forEach(run -> runs.add(run.at("/plan/id").asText()));
        List<String> named = info().values(BundleInfo.RUN);
        if (!named.equals(runs)) {
            findings.add(new Text("%s：%s 为“%s”，而 %s 的运行为“%s”", "%s: %s is \"%s\", but the run in %s is \"%s\"")
                    .with(Bag.INFO, BundleInfo.RUN, String.join(", ", named), RESULTS, String.join(", ", runs)));
        }
    }

    /** Without fields where it cannot be read: that is a finding of the bag already. */
    private BagInfo info() {
        try {
            return BagInfo.parse(tree.text(Bag.INFO, MOST));
        } catch (IOException e) {
            return new BagInfo();
        }
    }
}
