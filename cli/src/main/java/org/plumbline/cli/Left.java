package org.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plumbline.bag.Bag;
import org.plumbline.run.Run;

/**
 * What a run left.
 *
 * @param folder its folder; null where it keeps nothing
 */
record Left(@Nullable Path folder) {

    static Left by(Run run) {
        return new Left(run.plan().directory());
    }

    /** Whether the folder is an evidence bundle. */
    boolean isSealed() {
        return folder != null && Files.exists(folder.resolve(Bag.TAG_MANIFEST));
    }

    /** The report's path. */
    Path report() {
        return Path.of(String.valueOf(folder), "data", "allure-report", "index.html");
    }

    /** Only what is there: the bundle's path is the last line, for scripts. */
    void print(Console console) {
        if (Files.exists(report())) {
            console.out().println(console.text("报告: ", "report: ") + report());
        }
        if (isSealed()) {
            console.say("证据包:", "evidence bundle:");
            console.out().println(folder);
        } else if (folder != null) {
            console.say(
                    "没有封存成证据包。已记录的内容在 %s；请腾出磁盘空间，再执行 plumbline recover %s".formatted(folder, folder),
                    "no evidence bundle was sealed. what was recorded is in %s: free disk space, then run plumbline recover %s"
                            .formatted(folder, folder));
        }
    }
}
