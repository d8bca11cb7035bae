package org.plumbline.benchmark.overhead;

import java.io.IOException;
import java.nio.file.Path;
import org.plumbline.Plumbline;
import org.plumbline.allure.AllureReport;
import org.plumbline.evidence.Evidence;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;

/** Plumbline on the same scenarios, in virtual time. Arguments: suite, folder for results, {@code results|bundle}. */
final class WithPlumbline {

    private WithPlumbline() {}

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[1]);
        Path bench = Workload.writeBench(out.resolve("bench"));
        RunListener report =
                arguments[2].equals("bundle") ? Evidence.in(Language.ZH) : AllureReport.resultsOnly(Language.ZH);
        Run run = Plumbline.bench(bench)
                .virtual()
                .in(Language.ZH)
                .out(out.resolve("runs"))
                .with(report)
                .run(Suite.at(Path.of(arguments[0])));
        System.out.println(run.trials().size() + " trials");
        System.out.println(PeakMemory.line());
        System.exit(0);
    }
}
