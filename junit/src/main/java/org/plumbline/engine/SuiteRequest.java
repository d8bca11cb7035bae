package org.plumbline.engine;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.plumbline.Plumbline;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.evidence.Evidence;
import org.plumbline.junit.ConformanceSuite;
import org.plumbline.junit.Treatment;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.suite.Interruption;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * What one class asks of one suite.
 *
 * @param type the class
 * @param name as the annotation has it; empty where the annotation names no suite
 */
record SuiteRequest(Class<?> type, String name, ConformanceSuite settings) {

    /** One for each suite that the annotation names; one without a name where there is none. */
    static List<SuiteRequest> all(ConformanceSuite settings, Class<?> type) {
        String[] names = settings.suites().length == 0 ? new String[] {""} : settings.suites();
        return Arrays.stream(names)
                .distinct()
                .map(name -> new SuiteRequest(type, name, settings))
                .toList();
    }

    Language language() {
        return settings.language().length == 0 ? Language.of(Locale.getDefault()) : settings.language()[0];
    }

    String in(Text text) {
        return text.in(language());
    }

    Treatment inconclusive() {
        return settings.inconclusive();
    }

    Treatment deviation() {
        return settings.deviation();
    }

    /** Whether the annotation asks for all scenarios. */
    boolean selectsAll() {
        return settings.tags().isBlank();
    }

    /** @throws InputException where a file is wrong */
    RunPlan plan() {
        return plumbline().plan(suite());
    }

    /**
     * Runs those scenarios. Where the process is told to end meanwhile, a real device is stopped first.
     *
     * @throws InputException where a file is wrong: nothing was run
     */
    Run run(Set<String> scenarios, RunListener listener) {
        Predicate<ScenarioPlan> selection = scenario -> scenarios.contains(scenario.id());
        Interruption interruption = new Interruption();
        Plumbline plumbline =
                plumbline().only(selection).interruptedBy(interruption).with(listener);
        if (!settings.out().isEmpty()) {
            plumbline.out(Path.of(settings.out()));
            plumbline.with(Evidence.in(language()));
        }
        return settings.virtual()
                ? plumbline.run(suite())
                : new StopAtExit(interruption).during(() -> plumbline.run(suite()));
    }

    /** Where a scenario stands, for editors: a file of the user's, or a resource of a suite that comes with the product. */
    TestSource source(ScenarioPlan scenario) {
        Path folder = suite().folder();
        return folder == null
                ? ClasspathResourceSource.from(
                        "org/plumbline/suites/" + name + "/" + scenario.feature(), FilePosition.from(scenario.line()))
                : FileSource.from(folder.resolve(scenario.feature()).toFile(), FilePosition.from(scenario.line()));
    }

    private Plumbline plumbline() {
        Plumbline plumbline =
                Plumbline.bench(Path.of(settings.bench())).in(language()).repeat(settings.repeat());
        return settings.virtual() ? plumbline.virtual() : plumbline;
    }

    private Suite suite() {
        if (name.isEmpty()) {
            throw new InputException(Problem.of(
                    new Text("类 %s 的 @ConformanceSuite 没有指明测试套件", "@ConformanceSuite of class %s names no suite")
                            .with(type.getName()),
                    new Text("请写明 suites = \"%1$s\"，或套件文件夹", "write suites = \"%1$s\", or a suite's folder")
                            .with(Suite.FIELDS.get(0))));
        }
        return Suite.of(name).tagged(settings.tags());
    }
}
