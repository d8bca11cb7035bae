package org.plumbline.allure;

import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.WithAttachments;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plumbline.bench.Secrets;
import org.plumbline.plot.JudgementPlot;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;

/** A plot for each judgement, at the step that judged, and what the trial saw. */
final class Attachments {

    private final AllureResultsWriter files;
    private final Secrets secrets;
    private final Language language;
    private String trial = "";
    private int added;

    Attachments(AllureResultsWriter files, Secrets secrets, Language language) {
        this.files = files;
        this.secrets = secrets;
        this.language = language;
    }

    void add(TestResult result, FinishedTrial finished) {
        trial = result.getUuid();
        List<Judgement> judgements = finished.result().judgements();
        for (int i = 0; i < judgements.size(); i++) {
            WithAttachments step = step(result, finished.judgingSteps(), i);
            String name = new Text("%s 曲线", "plot of %s")
                    .with(judgements.get(i).limit())
                    .in(language);
            JudgementPlot.svg(judgements.get(i), finished.session(), language)
                    .ifPresent(svg -> add(step, name, "image/svg+xml", ".svg", svg));
            String budget = new Text("%s 不确定度概算", "uncertainty budget of %s")
                    .with(judgements.get(i).limit())
                    .in(language);
            BudgetTable.html(judgements.get(i), language)
                    .ifPresent(html -> add(step, budget, "text/html", ".html", html));
        }
        String name = new Text("试验时段记录", "record of the trial").in(language);
        CaptureSlice.of(finished, language).ifPresent(slice -> add(result, name, "text/csv", ".csv", slice));
    }

    private static WithAttachments step(TestResult result, List<Integer> judgingSteps, int judgement) {
        int step = judgement < judgingSteps.size() ? judgingSteps.get(judgement) : -1;
        return step >= 0 && step < result.getSteps().size() ? result.getSteps().get(step) : result;
    }

    private void add(WithAttachments to, String name, String type, String ending, String content) {
        added++;
        String source = NamedUuid.of(trial, Integer.toString(added)) + "-attachment" + ending;
        files.write(source, new ByteArrayInputStream(secrets.redact(content).getBytes(StandardCharsets.UTF_8)));
        to.getAttachments().add(new Attachment().setName(name).setType(type).setSource(source));
    }
}
