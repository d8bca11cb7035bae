package org.plumbline.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.interlaboratory.AlgorithmA;
import org.plumbline.interlaboratory.Cochran;
import org.plumbline.interlaboratory.Grubbs;
import org.plumbline.interlaboratory.Mandel;
import org.plumbline.interlaboratory.OutlierTest;
import org.plumbline.interlaboratory.Precision;
import org.plumbline.interlaboratory.Score;
import org.plumbline.interlaboratory.StopRule;
import org.plumbline.measure.Rounding;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline interlab}: one round between laboratories by ISO 5725-2 (precision) and ISO 13528 (performance). */
@Command(name = "interlab", resourceBundle = "org.plumbline.cli.help")
final class InterlabCommand implements Callable<Integer> {

    private static final int DIGITS = 3;

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", descriptionKey = "interlab.file")
    private Path file;

    @Option(names = "--assigned", paramLabel = "VALUE", descriptionKey = "interlab.assigned")
    private @Nullable Double assigned;

    @Option(names = "--sigma", paramLabel = "SIGMA", descriptionKey = "interlab.sigma")
    private @Nullable Double sigma;

    InterlabCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LaboratoryResults round = LaboratoryResults.read(file);
        try {
            List<Summary> cells = round.results().stream().map(Summary::of).toList();
            if (cells.stream().allMatch(cell -> cell.n() > 1)) {
                precision(round.names(), round.results(), cells);
            } else {
                console.say(
                        "ISO 5725-2: 有实验室只有一个结果，不计算精密度。",
                        "ISO 5725-2: a laboratory has one result only, so there is no precision to tell.");
            }
            performance(round.names(), cells);
        } catch (IllegalArgumentException e) {
            throw new InputException(new Problem(
                    Place.of(file.toString()),
                    new Text("这些数据无法评定：%s", "these data cannot be evaluated: %s").with(e.getMessage()),
                    new Text("请核对数据，以及 --assigned 与 --sigma", "check the data, --assigned and --sigma")));
        }
        return 0;
    }

    private void precision(List<String> names, List<double[]> results, List<Summary> cells) {
        int laboratories = cells.size();
        int replicates = usual(cells);
        Mandel mandel = Mandel.of(cells);
        console.say(
                "精密度（ISO 5725-2:2019 / GB/T 6379.2），* 显著于 5 %，** 显著于 1 %",
                "Precision (ISO 5725-2:2019), * significant at 5 %, ** at 1 %");
        Columns table = new Columns();
        table.row(console.text("实验室", "laboratory"), "n", console.text("均值", "mean"), "s", "h", "k");
        for (int i = 0; i < laboratories; i++) {
            double h = mandel.h().get(i);
            double k = mandel.k().get(i);
            table.row(
                    names.get(i),
                    Integer.toString(cells.get(i).n()),
                    shown(cells.get(i).mean()),
                    shown(cells.get(i).standardDeviation()),
                    fixed(h)
                            + stars(
                                    Math.abs(h),
                                    Mandel.criticalH(laboratories, 0.05),
                                    Mandel.criticalH(laboratories, 0.01)),
                    fixed(k)
                            + stars(
                                    k,
                                    Mandel.criticalK(laboratories, replicates, 0.05),
                                    Mandel.criticalK(laboratories, replicates, 0.01)));
        }
        table.lines().forEach(console.out()::println);
        Cochran cochran = Cochran.of(
                cells.stream().mapToDouble(Summary::standardDeviation).toArray(), replicates);
        test(
                "Cochran C",
                cochran.statistic(),
                cochran.criticalAtFive(),
                cochran.criticalAtOne(),
                names.get(cochran.suspect()),
                cochran.outcome());
        Grubbs grubbs = Grubbs.of(means(cells));
        test(
                "Grubbs G",
                grubbs.statistic(),
                grubbs.criticalAtFive(),
                grubbs.criticalAtOne(),
                names.get(grubbs.suspect()),
                grubbs.outcome());
        Precision precision = Precision.of(results);
        line("m", precision.mean());
        line("s_r", precision.repeatability());
        line("s_L", precision.betweenLaboratories());
        line("s_R", precision.reproducibility());
        line("r", precision.repeatabilityLimit());
        line("R", precision.reproducibilityLimit());
        if (precision.clamped()) {
            console.say("s_L 的方差估计为负，取 0", "the estimate of the variance of s_L is negative: taken as 0");
        }
        console.say(
                "以上包含全部结果；离群值是否剔除由人决定。",
                "All results are in these figures: whether to discard outliers is for people to decide.");
        console.out().println();
    }

    /** The number of results that most have, the larger one of two (ISO 5725-2:2019, 7.3.3). */
    private static int usual(List<Summary> cells) {
        return cells.stream()
                .mapToInt(Summary::n)
                .boxed()
                .max(Comparator.<Integer>comparingLong(n ->
                                cells.stream().filter(cell -> cell.n() == n).count())
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private void performance(List<String> names, List<Summary> cells) {
        AlgorithmA robust = AlgorithmA.of(means(cells), new StopRule.SignificantDigits(DIGITS));
        double value = assigned == null ? robust.mean() : assigned;
        double deviation = sigma == null ? robust.deviation() : sigma;
        console.say("能力（ISO 13528:2022）", "Performance (ISO 13528:2022)");
        line("x*", robust.mean());
        line("s*", robust.deviation());
        console.say(
                "算法 A 迭代 %d 次，至 %d 位有效数字不再变化".formatted(robust.iterations(), DIGITS),
                "Algorithm A: %d iterations, until %d significant digits no longer change"
                        .formatted(robust.iterations(), DIGITS));
        Columns table = new Columns();
        table.row(console.text("实验室", "laboratory"), "x", "z", console.text("评定", "performance"));
        IntStream.range(0, names.size()).forEach(i -> {
            Score z = Score.z(cells.get(i).mean(), value, deviation);
            table.row(
                    names.get(i),
                    shown(cells.get(i).mean()),
                    fixed(z.value()),
                    z.performance().word().in(console.language()));
        });
        table.lines().forEach(console.out()::println);
    }

    private static double[] means(List<Summary> cells) {
        return cells.stream().mapToDouble(Summary::mean).toArray();
    }

    private void test(String name, double statistic, double five, double one, String suspect, OutlierTest outcome) {
        console.out()
                .println("%s = %s (5 %%: %s, 1 %%: %s): %s, %s"
                        .formatted(
                                name,
                                fixed(statistic),
                                fixed(five),
                                fixed(one),
                                suspect,
                                outcome.word().in(console.language())));
    }

    private void line(String name, double number) {
        console.out().println(name + " = " + shown(number));
    }

    private static String stars(double statistic, double five, double one) {
        return statistic > one ? " **" : statistic > five ? " *" : "";
    }

    private static String shown(double number) {
        return Rounding.of(number, 0);
    }

    private static String fixed(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
