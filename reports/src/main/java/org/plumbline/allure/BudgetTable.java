package org.plumbline.allure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.MonteCarloCheck;
import org.plumbline.measure.Rounding;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.verdict.Judgement;

/** The uncertainty budget of a judgement as a page of its own: one row a contribution, then what they make together. */
final class BudgetTable {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="UTF-8"><title>%s</title><style>
            body {font: 14px/1.5 sans-serif; margin: 12px; color: #222}
            table {border-collapse: collapse} caption {text-align: left; padding-bottom: 6px; font-weight: bold}
            th, td {border: 1px solid #ccc; padding: 3px 10px; text-align: right} th {background: #f4f4f4}
            td:first-child, th:first-child {text-align: left} tfoot td {font-weight: bold}
            </style></head><body><table><caption>%s</caption>
            <thead>%s</thead><tbody>
            %s
            </tbody><tfoot>%s</tfoot></table><p>%s</p></body></html>
            """;

    private final Measurement measurement;
    private final Uncertainty uncertainty;
    private final Language language;

    private BudgetTable(Measurement measurement, Language language) {
        this.measurement = measurement;
        this.uncertainty = measurement.uncertainty();
        this.language = language;
    }

    /** Empty where nothing was measured, for counts and for limits of confidence. */
    static Optional<String> html(Judgement judgement, Language language) {
        Measurement measurement = judgement.measurement();
        return measurement == null
                        || measurement.uncertainty().contributions().isEmpty()
                        || measurement.uncertainty().isOfLimit()
                ? Optional.empty()
                : Optional.of(new BudgetTable(measurement, language).page(judgement));
    }

    private String page(Judgement judgement) {
        String title = escaped(measurement.quantity().in(language));
        return PAGE.formatted(
                language == Language.ZH ? "zh-CN" : "en", title, title, head(), rows(), foot(), sentence(judgement));
    }

    private String head() {
        String unit = measurement.unit().equals(Unit.ONE) ? "" : " / " + measurement.unit();
        return row(
                "th",
                Stream.of(
                                new Text("不确定度来源", "contribution"),
                                new Text("评定", "evaluation"),
                                new Text("分布", "distribution"),
                                new Text("标准不确定度 u", "standard uncertainty u"),
                                new Text("自由度 ν", "degrees of freedom ν"),
                                new Text("灵敏系数 c", "sensitivity c"),
                                new Text("|c|·u" + unit, "|c|·u" + unit),
                                new Text("份额", "share"))
                        .map(text -> text.in(language))
                        .toList());
    }

    private String rows() {
        return uncertainty.contributions().stream().map(this::row).collect(Collectors.joining("\n"));
    }

    private String row(Contribution each) {
        return row(
                "td",
                List.of(
                        each.name().in(language),
                        each.evaluation().word().in(language),
                        each.distribution().word().in(language),
                        Rounding.uncertainty(each.standardUncertainty()),
                        degrees(each.degreesOfFreedom()),
                        number(each.sensitivity()),
                        Rounding.uncertainty(Math.abs(each.component())),
                        String.format(Locale.ROOT, "%.1f %%", 100 * uncertainty.share(each))));
    }

    private String foot() {
        return row(
                "td",
                List.of(
                        new Text("合成标准不确定度", "combined").in(language),
                        "",
                        "",
                        "",
                        degrees(uncertainty.degreesOfFreedom()),
                        "",
                        Rounding.uncertainty(uncertainty.combined()),
                        "100 %"));
    }

    private String sentence(Judgement judgement) {
        Text result = measurement.isUncertaintyKnown()
                ? new Text(
                                "%s，包含概率 %s %%，有效自由度 %s。",
                                "%s, coverage probability %s %%, effective degrees of freedom %s.")
                        .with(
                                measurement,
                                number(100 * uncertainty.coverage()),
                                degrees(uncertainty.degreesOfFreedom()))
                : new Text(
                                "%s。概算不完整：信号 %s 未声明不确定度，U 未知。",
                                "%s. The budget is not whole: no uncertainty is declared for the signal %s, U is not known.")
                        .with(measurement, String.join(", ", measurement.undeclared()));
        MonteCarloCheck check = uncertainty.check();
        return escaped(result.in(language)) + "<br>"
                + (check == null ? "" : escaped(check.words().in(language)) + "<br>")
                + escaped(RiskWords.of(judgement).in(language));
    }

    private static String row(String cell, List<String> texts) {
        return texts.stream()
                .map(text -> "<" + cell + ">" + escaped(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String degrees(double degrees) {
        return Double.isInfinite(degrees) ? "∞" : number(degrees);
    }

    private static String number(double number) {
        return Rounding.of(number, 0);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
