package org.plumbline.allure;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseStarted;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
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

    private static final String RESULTS = "allure-results";
    private static final String PAGE = "allure-report";

    /** Twice what the page takes without its content. */
    private static final long ROOM = 8 << 20;

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
            results = new TrialResults(plan, folder(directory, RESULTS), language);
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
        results.ended(run);
        results.close();
        if (page) {
            makePage(run, directory);
        }
    }

    private void makePage(Run run, Path directory) {
        if (!hasRoom(directory)) {
            LOG.warn("no Allure report: too little space is left on the disk of {}", directory);
            return;
        }
        try {
            new ReportPage(run.plan(), language).generate(folder(directory, RESULTS), folder(directory, PAGE));
        } catch (RuntimeException e) {
            LOG.warn("the Allure report could not be made from {}: {}", directory, e.toString());
            removeHalf(folder(directory, PAGE));
        }
    }

    /** Asked beforehand: where the page does not fit, Allure's generator keeps half of it open, and so the disk full. */
    private static boolean hasRoom(Path directory) {
        try (Stream<Path> results = Files.list(folder(directory, RESULTS))) {
            long content = results.mapToLong(file -> file.toFile().length()).sum();
            return Files.getFileStore(directory).getUsableSpace() >= ROOM + 2 * content;
        } catch (IOException e) {
            return true;
        }
    }

    private static void removeHalf(Path page) {
        try {
            remove(page, "");
        } catch (IOException e) {
            LOG.warn("{} is not whole: {}", page, e.toString());
        }
    }

    /**
     * Takes results and report away from a run's folder.
     *
     * @return whether there were any
     */
    public static boolean remove(Path directory) throws IOException {
        boolean page = remove(directory, "data/" + PAGE);
        return remove(directory, "data/" + RESULTS) || page;
    }

    private static boolean remove(Path directory, String name) throws IOException {
        Path folder = directory.resolve(name);
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return true;
    }

    private static Path folder(Path directory, String name) {
        return directory.resolve("data").resolve(name);
    }
}
