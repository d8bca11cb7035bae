package org.plumbline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.alignment.InstrumentFile;
import org.plumbline.capture.Capture;
import org.plumbline.capture.RecordedEnd;
import org.plumbline.error.BenchException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.suite.Interruption;
import org.plumbline.suite.RunRequest;
import org.plumbline.suite.Suite;
import org.plumbline.suite.SuiteRunner;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * Runs suites on a bench.
 *
 * <pre>{@code
 * Run run = Plumbline.bench(Path.of("bench.yaml")).run(Suite.named("underwater").only("UW-A02"));
 * }</pre>
 */
public final class Plumbline {

    private final Path bench;
    private final @Nullable Path device;
    private final List<RunListener> listeners = new ArrayList<>();
    private Language language = Language.of(Locale.getDefault());
    private Predicate<ScenarioPlan> selection = scenario -> true;
    private Interruption interruption = new Interruption();
    private @Nullable Path out;
    private boolean virtual;
    private @Nullable Capture capture;
    private final List<InstrumentFile> files = new ArrayList<>();
    private int repeat = 1;
    private RecordedEnd before = RecordedEnd.SOUND;

    private Plumbline(Path bench, @Nullable Path device) {
        this.bench = bench;
        this.device = device;
    }

    /** On the bench of that bench.yaml, live. */
    public static Plumbline bench(Path benchYaml) {
        return new Plumbline(benchYaml, null);
    }

    /** The same with that device.yaml, whatever the bench names: in a bundle it lies beside the bench under this name. */
    public static Plumbline bench(Path benchYaml, Path deviceYaml) {
        return new Plumbline(benchYaml, deviceYaml);
    }

    /** In virtual time, with the simulated devices that the bench names, in this process. */
    public Plumbline virtual() {
        virtual = true;
        return this;
    }

    /**
     * From a recording instead of the devices.
     *
     * @param recording {@code data/capture/run.mcap} of an evidence bundle
     * @throws org.plumbline.error.InputException where it is not sound, or no run of ours made it
     */
    public Plumbline replay(Path recording) {
        return replay(Capture.read(recording));
    }

    /** The same of one that was read already: to see that it is sound means to go over all of it. */
    public Plumbline replay(Capture recording) {
        capture = recording;
        return this;
    }

    /**
     * With the file of an instrument that only exports files, whose rows go into the recording.
     *
     * @param channel the one of transport {@code file} that it is of
     * @throws InputException where it cannot be read
     */
    public Plumbline file(String channel, Path exported) {
        files.add(InstrumentFile.read(channel, exported));
        return this;
    }

    /**
     * With what the run that made the recording says of itself: a verdict is no better for being given again.
     *
     * @param incidents what went wrong in it
     * @param interrupted whether it did not end by itself
     */
    public Plumbline after(List<Text> incidents, boolean interrupted) {
        before = new RecordedEnd(List.copyOf(incidents), interrupted);
        return this;
    }

    /** With the scenarios in that language; the suite's other language where it has none in it. */
    public Plumbline in(Language scenarios) {
        language = scenarios;
        return this;
    }

    /** With only those scenarios of the suite. */
    public Plumbline only(Predicate<ScenarioPlan> scenarios) {
        selection = scenarios;
        return this;
    }

    /**
     * With each scenario executed that many times: all of them once, then all again. Every attempt counts.
     *
     * @throws InputException where it is less than 1
     */
    public Plumbline repeat(int times) {
        if (times < 1) {
            throw new InputException(Problem.of(
                    new Text("重复次数 %d 小于 1", "cannot run %d times").with(times),
                    new Text("请给出 1 或更大的整数", "give 1 or more")));
        }
        repeat = times;
        return this;
    }

    /** With each run's files in a new folder of that one; without this nothing is kept. */
    public Plumbline out(Path folder) {
        out = folder;
        return this;
    }

    /** With a listener: a display, a report. One that is a Cucumber plugin is given to Cucumber too. */
    public Plumbline with(RunListener listener) {
        listeners.add(listener);
        return this;
    }

    /** With a way to end the run early. */
    public Plumbline interruptedBy(Interruption request) {
        interruption = request;
        return this;
    }

    /**
     * Reads suite and bench and says what would be run. Opens no channel and keeps nothing.
     *
     * @throws InputException where a file is wrong
     */
    public RunPlan plan(Suite suite) {
        return runner(suite).plan();
    }

    /**
     * Runs the suite. A bench that cannot be opened or that breaks is a run whose verdict is error, not an exception.
     *
     * @throws InputException where a file is wrong: nothing was run
     * @throws BenchException where a virtual run is asked of a bench that is not simulated
     */
    public Run run(Suite suite) {
        return runner(suite).run();
    }

    private SuiteRunner runner(Suite suite) {
        return new SuiteRunner(new RunRequest(
                suite,
                bench,
                device,
                language,
                selection,
                out,
                virtual,
                capture,
                List.copyOf(listeners),
                interruption,
                repeat,
                before,
                List.copyOf(files)));
    }
}
