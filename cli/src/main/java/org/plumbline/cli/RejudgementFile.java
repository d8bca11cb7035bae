package org.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.benchfile.BenchCorrection.Change;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.HarnessException;
import org.plumbline.error.Problem;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.text.Text;

/**
 * The part of a bundle that says what was judged before, and against what.
 *
 * @param results results.json of the run that made the recording
 * @param trials which of its trials the new ones were judged on
 */
record RejudgementFile(
        JsonNode results, JudgedTrials trials, InputPrints then, InputPrints now, List<Change> corrections)
        implements RunListener {

    static final String NAME = "rejudgement.json";

    @Override
    public void runFinished(Run run) {
        Path folder = run.plan().directory();
        if (folder == null) {
            return;
        }
        Path file = folder.resolve("data").resolve(NAME);
        try {
            new RejudgementJson(Rejudgement.of(results, run, trials, then, now, corrections)).write(file);
        } catch (IOException e) {
            throw new HarnessException(
                    Problem.of(
                            new Text("无法写入 %s: %s", "cannot write %s: %s").with(file, FileTrouble.words(e)),
                            new Text("请检查权限和磁盘空间", "check permissions and disk space")),
                    e);
        }
    }
}
