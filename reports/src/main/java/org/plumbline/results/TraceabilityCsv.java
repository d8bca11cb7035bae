package org.plumbline.results;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.measure.Measurement;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.run.TrialResult;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

/**
 * Writes traceability.csv: for each requirement one row with its verdict and no trial, then one row for each judgement of
 * each trial that decides it; a trial that judged nothing of it has a row of its own. {@code U below} and {@code U above} reach
 * from the value to both ends of its coverage interval: U each, unless the distribution is skewed.
 */
final class TraceabilityCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> COLUMNS = List.of(
            "requirement",
            "clause",
            "modality",
            "scenario",
            "trial",
            "attempt",
            "limit",
            "value",
            "unit",
            "U",
            "U below",
            "U above",
            "k",
            "nu",
            "coverage",
            "tolerance",
            "rule",
            "r",
            "w",
            "false acceptance",
            "false rejection",
            "statement",
            "too coarse",
            "verdict",
            "reason zh",
            "reason en");

    private final Run run;
    private final Redaction redaction;
    private final StringBuilder rows = new StringBuilder();

    private TraceabilityCsv(Run run) {
        this.run = run;
        this.redaction = Redaction.of(run);
    }

    static void write(Run run, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(BYTE_ORDER_MARK + new TraceabilityCsv(run).rows());
        }
    }

    private String rows() {
        CsvRow head = new CsvRow();
        COLUMNS.forEach(head::text);
        rows.append(head);
        run.requirements().forEach(this::requirement);
        return rows.toString();
    }

    private void requirement(RequirementResult result) {
        CsvRow row = about(result.requirement()).empty(20);
        rows.append(closed(row, result.verdict(), Text.joined(result.reasons())));
        run.trials().stream()
                .filter(trial -> result.trials().contains(trial.id()))
                .forEach(trial -> trial(result.requirement(), trial));
    }

    private void trial(Requirement requirement, TrialResult trial) {
        List<Judgement> own = trial.judgements().stream()
                .filter(judgement -> judgement.requirement().equals(requirement.id()))
                .toList();
        own.forEach(judgement -> judgement(requirement, trial, judgement));
        if (own.isEmpty()) {
            CsvRow row = about(requirement, trial).empty(17);
            Text reason = trial.reason() == null ? Text.same("") : trial.reason();
            rows.append(closed(row, trial.verdict(), reason));
        }
    }

    private void judgement(Requirement requirement, TrialResult trial, Judgement judgement) {
        CsvRow row = about(requirement, trial).text(judgement.limit());
        Measurement measurement = judgement.measurement();
        if (measurement == null) {
            row.empty(8);
        } else {
            row.number(measurement.value()).text(measurement.unit().symbol());
            if (measurement.isUncertaintyKnown()) {
                row.number(measurement.expandedUncertainty())
                        .number(measurement.uncertainty().below())
                        .number(measurement.uncertainty().above())
                        .number(measurement.coverageFactor())
                        .number(measurement.degreesOfFreedom())
                        .number(measurement.uncertainty().coverage());
            } else {
                row.empty(6);
            }
        }
        Tolerance tolerance = judgement.tolerance();
        if (tolerance == null) {
            row.empty(3);
        } else {
            row.text(tolerance.toString())
                    .text(tolerance.rule().key())
                    .number(tolerance.rule().multiple());
        }
        judgement.guardBand().ifPresentOrElse(row::number, () -> row.empty(1));
        judgement
                .risk()
                .ifPresentOrElse(
                        risk -> row.number(risk.falseAcceptance()).number(risk.falseRejection()), () -> row.empty(2));
        if (judgement.statement() == null) {
            row.empty(2);
        } else {
            row.text(judgement.statement().key()).text(Boolean.toString(judgement.tooCoarse()));
        }
        rows.append(closed(row, judgement.verdict(), judgement.reason()));
    }

    private static CsvRow about(Requirement requirement) {
        return new CsvRow()
                .text(requirement.id())
                .text(requirement.clause())
                .text(requirement.modality().key());
    }

    private CsvRow about(Requirement requirement, TrialResult trial) {
        return about(requirement)
                .text(trial.scenario().id() + " "
                        + redaction.of(trial.scenario().name()))
                .text(trial.id())
                .number(trial.attempt());
    }

    private CsvRow closed(CsvRow row, Verdict verdict, Text reason) {
        Text shown = redaction.of(reason);
        return row.text(verdict.key()).text(shown.zh()).text(shown.en());
    }
}
