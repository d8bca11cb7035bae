package org.plumbline.allure;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseStarted;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.HarnessException;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Language;
import org.plumbline.verdict.Judgement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes Allure results of a run, with our verdicts in place of Cucumber's, and the report that opens without a server
 * and without a network. Its files go to {@code data/allure-results} and {@code data/allure-report} in the run's folder;
 * where the run keeps nothing, it does nothing. For one run.
 */
public final class AllureReport implements RunListener, ConcurrentEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(AllureReport.class);

    private final Language language;
    private final boolean page;
    private @Nullable TrialResults results;

    private AllureReport(Language language, boolean page) {
        this.language = language;
        this.page = page;
    }

    /** A report in that language. */
    public static AllureReport in(Language language) {
        return new AllureReport(language, true);
    }

    /** The results alone, for those whose build server makes the report. */
    public static AllureReport resultsOnly(Language language) {
        return new AllureReport(language, false);
    }

    @Override
    public void runStarted(RunPlan plan) {
        Path directory = plan.directory();
        if (directory != null) {
            results = new TrialResults(plan, folder(directory, "allure-results"), language);
        }
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        TrialResults written = results;
        if (written != null) {
            publisher.registerHandlerFor(TestCaseStarted.class, event -> written.begins(event.getTestCase()));
            new AllureCucumber7Jvm(new AllureLifecycle(written)).setEventPublisher(publisher);
        }
    }

    @Override
    public void stepStarted(ScenarioPlan scenario, String step) {
        if (results != null) {
            results.stepBegins();
        }
    }

    @Override
    public void judged(ScenarioPlan scenario, Judgement judgement) {
        if (results != null) {
            results.judged();
        }
    }

    @Override
    public void trialFinished(TrialResult trial, Session session) {
        if (results != null) {
            results.finished(trial, session);
        }
    }

    /**
     * Makes the report. One that cannot be made is logged and no more: the results are there, and any Allure can make it.
     *
     * @throws HarnessException where results could not be written
     */
    @Override
    public void runFinished(Run run) {
        Path directory = run.plan().directory();
        if (results == null || directory == null) {
            return;
        }
        results.tested(run.canaries());
        results.close();
        if (page) {
            makePage(run, directory);
        }
    }

    private void makePage(Run run, Path directory) {
        try {
            new ReportPage(run.plan(), language)
                    .generate(folder(directory, "allure-results"), folder(directory, "allure-report"));
        } catch (RuntimeException e) {
            LOG.warn("the Allure report could not be made from {}", directory, e);
        }
    }

    private static Path folder(Path directory, String name) {
        return directory.resolve("data").resolve(name);
    }
}
