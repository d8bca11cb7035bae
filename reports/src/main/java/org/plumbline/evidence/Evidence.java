package org.plumbline.evidence;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.allure.AllureReport;
import org.plumbline.bag.Bag;
import org.plumbline.capture.RecordedFolder;
import org.plumbline.capture.Reserve;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.HarnessException;
import org.plumbline.error.Problem;
import org.plumbline.results.Results;
import org.plumbline.results.Software;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;

/**
 * Makes the evidence bundle of a run in its folder: lets its parts write, then writes the results, then seals. A run that
 * keeps nothing has no bundle.
 */
public final class Evidence implements RunListener, ConcurrentEventListener {

    private final Language language;
    private final List<RunListener> parts;

    /**
     * @param language of what is written in one language only
     * @param parts reports that write into the run's folder; those that are Cucumber plugins hear Cucumber's events too
     */
    public Evidence(Language language, List<? extends RunListener> parts) {
        this.language = language;
        this.parts = List.copyOf(parts);
    }

    /** The evidence that a run leaves by default: with Allure's results and report. */
    public static Evidence in(Language language) {
        return new Evidence(language, List.of(AllureReport.in(language)));
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        for (RunListener part : parts) {
            if (part instanceof ConcurrentEventListener plugin) {
                plugin.setEventPublisher(publisher);
            }
        }
    }

    @Override
    public void runStarted(RunPlan plan) {
        parts.forEach(part -> part.runStarted(plan));
    }

    @Override
    public void trialStarted(ScenarioPlan scenario, int attempt) {
        parts.forEach(part -> part.trialStarted(scenario, attempt));
    }

    @Override
    public void stepStarted(ScenarioPlan scenario, String step) {
        parts.forEach(part -> part.stepStarted(scenario, step));
    }

    @Override
    public void judged(ScenarioPlan scenario, Judgement judgement) {
        parts.forEach(part -> part.judged(scenario, judgement));
    }

    @Override
    public void trialFinished(TrialResult trial, Session session) {
        parts.forEach(part -> part.trialFinished(trial, session));
    }

    /** Seals also where a part fails, so that a broken report does not cost the evidence. */
    @Override
    public void runFinished(Run run) {
        try {
            parts.forEach(part -> part.runFinished(run));
        } finally {
            Path folder = run.plan().directory();
            if (folder != null) {
                seal(run, folder);
            }
        }
    }

    private void seal(Run run, Path folder) {
        try {
            write(run, Software.here(), folder, language);
        } catch (IOException e) {
            sealWithoutReport(run, folder, e);
        }
    }

    static void write(Run run, Software software, Path folder, Language language) throws IOException {
        Results.write(run, software, folder.resolve("data"), language);
        Readme.write(folder);
        Reserve.release(RecordedFolder.capture(folder));
        Chains.force(folder);
        Bag.seal(folder, Chains.describe(BundleInfo.of(run.plan(), software), folder));
    }

    /** On a full disk the report gives way to what it reports of. */
    private void sealWithoutReport(Run run, Path folder, IOException cause) {
        HarnessException why = new HarnessException(
                Problem.of(
                        new Text("证据包中没有 Allure 报告: %s", "the evidence bundle is without its Allure report: %s")
                                .with(FileTrouble.words(cause)),
                        new Text("请腾出磁盘空间", "free disk space")),
                cause);
        try {
            if (!AllureReport.remove(folder)) {
                throw cause;
            }
            write(run.with(why.words()), Software.here(), folder, language);
        } catch (IOException e) {
            throw new HarnessException(
                    Problem.of(
                            new Text("证据包 %s 无法封存：%s", "the evidence bundle %s cannot be sealed: %s")
                                    .with(folder, FileTrouble.words(e)),
                            new Text(
                                    "请检查磁盘空间和权限；已写入的文件仍在该文件夹中",
                                    "check disk space and permissions; what was written stays in that folder")),
                    e);
        }
        throw why;
    }
}
