package org.plumbline.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.alignment.InstrumentFile;
import org.plumbline.capture.Capture;
import org.plumbline.run.RunListener;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * What is asked of a run.
 *
 * @param bench bench.yaml
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
        Language language,
        Predicate<ScenarioPlan> selection,
        @Nullable Path out,
        boolean virtual,
        @Nullable Capture capture,
        List<RunListener> listeners,
        Interruption interruption,
        int repeat,
        Before before,
        List<InstrumentFile> files) {

    /** Without files of instruments. */
    public RunRequest(
            Suite suite,
            Path bench,
            Language language,
            Predicate<ScenarioPlan> selection,
            @Nullable Path out,
            boolean virtual,
            @Nullable Capture capture,
            List<RunListener> listeners,
            Interruption interruption,
            int repeat,
            Before before) {
        this(
                suite,
                bench,
                language,
                selection,
                out,
                virtual,
                capture,
                listeners,
                interruption,
                repeat,
                before,
                List.of());
    }

    /**
     * What a run says of itself that its recording does not show.
     *
     * @param incidents what went wrong
     * @param interrupted whether it did not end by itself
     */
    public record Before(List<Text> incidents, boolean interrupted) {

        /** A run in which all went well. */
        public static final Before SOUND = new Before(List.of(), false);
    }

    /** What results call the way in which it is run: live, virtual or replay. */
    String driver() {
        if (capture != null) {
            return "replay";
        }
        return virtual ? "virtual" : "live";
    }
}
