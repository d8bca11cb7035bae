package org.plumbline.allure;

import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.WithAttachments;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.plumbline.plot.JudgementPlot;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;

/** A plot for each judgement, at the step that judged, and what the trial saw. */
final class Attachments {

    private final AllureResultsWriter files;
    private final Language language;

    Attachments(AllureResultsWriter files, Language language) {
        this.files = files;
        this.language = language;
    }

    void add(TestResult result, FinishedTrial trial) {
        for (Judgement judgement : trial.result().judgements()) {
            JudgementPlot.svg(judgement, trial.session(), language)
                    .ifPresent(svg -> add(
                            step(result, trial.result(), judgement),
                            new Text("%s 曲线", "plot of %s")
                                    .with(judgement.limit())
                                    .in(language),
                            "image/svg+xml",
                            ".svg",
                            svg));
        }
        CaptureSlice.of(trial, language)
                .ifPresent(slice ->
                        add(result, new Text("试验时段记录", "record of the trial").in(language), "text/csv", ".csv", slice));
    }

    private static WithAttachments step(TestResult result, TrialResult trial, Judgement judgement) {
        for (int i = 0; i < Math.min(result.getSteps().size(), trial.steps().size()); i++) {
            if (judgement.reason().equals(trial.steps().get(i).reason())) {
                return result.getSteps().get(i);
            }
        }
        return result;
    }

    private void add(WithAttachments to, String name, String type, String ending, String content) {
        String source = UUID.randomUUID() + "-attachment" + ending;
        files.write(source, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        to.getAttachments().add(new Attachment().setName(name).setType(type).setSource(source));
    }
}
