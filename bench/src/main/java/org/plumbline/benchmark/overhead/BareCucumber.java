package org.plumbline.benchmark.overhead;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.ReportGenerator;
import java.nio.file.Path;
import java.util.List;

/**
 * The peer: Cucumber-JVM as it comes, with Allure's plugin, and where it is asked for the plugin's own report in one file.
 * Arguments: the suite's folder, the folder for results, {@code results|page}.
 */
final class BareCucumber {

    private BareCucumber() {}

    public static void main(String[] arguments) {
        Path results = Path.of(arguments[1], "allure-results");
        System.setProperty("allure.results.directory", results.toString());
        int exit = io.cucumber.core.cli.Main.run(
                "--glue",
                "org.plumbline.benchmark.overhead.glue",
                "--plugin",
                "io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm",
                "--monochrome",
                "--no-summary",
                arguments[0]);
        if (arguments[2].equals("page")) {
            new ReportGenerator(ConfigurationBuilder.bundled()
                            .withReportLanguage("zh")
                            .build())
                    .generateSingleFile(Path.of(arguments[1], "allure-report"), List.of(results));
        }
        System.out.println(PeakMemory.line());
        System.exit(exit);
    }
}
