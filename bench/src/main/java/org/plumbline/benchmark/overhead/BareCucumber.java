package org.plumbline.benchmark.overhead;

/** The peer: Cucumber-JVM as it comes, with Allure's plugin. Arguments: the suite's folder, the folder for results. */
final class BareCucumber {

    private BareCucumber() {}

    public static void main(String[] arguments) {
        System.setProperty("allure.results.directory", arguments[1]);
        int exit = io.cucumber.core.cli.Main.run(
                "--glue",
                "org.plumbline.benchmark.overhead.glue",
                "--plugin",
                "io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm",
                "--monochrome",
                "--no-summary",
                arguments[0]);
        System.out.println(PeakMemory.line());
        System.exit(exit);
    }
}
