package org.plumbline.allure;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.Extension;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.ga.GaPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.run.RunPlan;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * Makes the report of Allure's results: one file that opens offline. Allure's own generator reports its use to a
 * statistics service, and so does each page when it is opened; a laboratory's report must not, so both are taken out.
 */
final class ReportPage {

    private final RunPlan plan;
    private final Language language;

    ReportPage(RunPlan plan, Language language) {
        this.plan = plan;
        this.language = language;
    }

    /** @throws UncheckedIOException where the page cannot be written */
    void generate(Path results, Path report) {
        new ReportGenerator(configuration()).generateSingleFile(report, List.of(results));
        Path page = report.resolve("index.html");
        try {
            Files.writeString(page, ours(Files.readString(page)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Configuration configuration() {
        List<Extension> extensions =
                new ArrayList<>(ConfigurationBuilder.bundled().build().getExtensions());
        extensions.removeIf(GaPlugin.class::isInstance);
        extensions.add(new RequirementsTree(plan.standard()));
        return ConfigurationBuilder.empty()
                .withExtensions(extensions)
                .withReportLanguage(language.code())
                .withReportName(new Text("%s 符合性试验 %s", "%s conformance test %s")
                        .with(plan.standard().id(), plan.id())
                        .in(language))
                .build();
    }

    /** Where the page would load the statistics script and call it, ours stands. */
    private String ours(String page) {
        int call = page.indexOf("window.dataLayer");
        int from = page.lastIndexOf("<script>", call);
        int to = page.indexOf("</script>", call) + "</script>".length();
        if (call < 0) {
            throw new IllegalStateException("Allure's page has another form than expected");
        }
        String head = page.substring(0, from).replaceFirst("<script async src=\"https://[^\"]*\"></script>\\s*$", "");
        return head + "<script>\n" + RequirementsTab.script(language) + "</script>" + page.substring(to);
    }
}
