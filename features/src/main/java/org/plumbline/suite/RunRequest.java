package org.plumbline.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.alignment.InstrumentFile;
import org.plumbline.capture.Capture;
import org.plumbline.capture.RecordedEnd;
import org.plumbline.run.RunListener;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.text.Language;

/**
 * What is asked of a run.
 *
 * @param bench bench.yaml
 * @param device device.yaml; null for the one that the bench names
 * @param language of the scenarios
 * @param selection which of the suite's scenarios
 * @param out where the run's folder is made; null where nothing is kept
 * @param capture the recording that stands in for the devices; null for a run that makes one
 * @param repeat how many times each scenario is executed, from 1; of a recording, at most as often as it was there
 * @param before what the run that made the recording says of itself
 * @param files of instruments, to be woven into the recording
 */
public record RunRequest(
        Suite suite,
        Path bench,
        @Nullable Path device,
        Language language,
        Predicate<ScenarioPlan> selection,
        @Nullable Path out,
        boolean virtual,
        @Nullable Capture capture,
        List<RunListener> listeners,
        Interruption interruption,
        int repeat,
        RecordedEnd before,
        List<InstrumentFile> files) {

    /** What results call the way in which it is run: live, virtual or replay. */
    String driver() {
        if (capture != null) {
            return "replay";
        }
        return virtual ? "virtual" : "live";
    }
}
