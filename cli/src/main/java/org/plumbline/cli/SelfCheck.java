package org.plumbline.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.run.CanaryResult;
import org.plumbline.run.Run;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** How the judge did before a run on signals of which the right verdict was known. */
record SelfCheck(Run run, Language language) {

    /** In one line; empty where nobody tested it. */
    Optional<String> line() {
        return CanaryResult.summary(run.canaries())
                .map(summary ->
                        new Text("判定自检: %s", "self-check: %s").with(summary).in(language));
    }

    /** The same after what was judged wrongly. */
    Stream<String> lines() {
        Stream<String> wrong = run.canaries().stream()
                .filter(canary -> !canary.right())
                .map(canary -> canary.misjudged().in(language));
        return Stream.concat(wrong, line().stream());
    }
}
