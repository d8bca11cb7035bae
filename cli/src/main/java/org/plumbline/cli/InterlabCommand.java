package org.plumbline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.error.UnfitException;
import org.plumbline.interlaboratory.AlgorithmA;
import org.plumbline.interlaboratory.Cochran;
import org.plumbline.interlaboratory.EzScore;
import org.plumbline.interlaboratory.Grubbs;
import org.plumbline.interlaboratory.GrubbsPair;
import org.plumbline.interlaboratory.Mandel;
import org.plumbline.interlaboratory.OutlierTest;
import org.plumbline.interlaboratory.Performance;
import org.plumbline.interlaboratory.Precision;
import org.plumbline.interlaboratory.Score;
import org.plumbline.measure.Rounding;
import org.plumbline.statistics.Bartlett;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline interlab}: one round between laboratories by ISO 5725-2 (precision) and ISO 13528 (performance). */
@Command(name = "interlab", resourceBundle = "org.plumbline.cli.help")
final class InterlabCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", descriptionKey = "interlab.file")
    private Path file;

    @Option(names = "--assigned", paramLabel = "VALUE", descriptionKey = "interlab.assigned")
    private @Nullable Double assigned;

    @Option(names = "--assigned-U", paramLabel = "U", descriptionKey = "interlab.assigned-U")
    private @Nullable Double expanded;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    @Option(names = "--sigma", paramLabel = "SIGMA", descriptionKey = "interlab.sigma")
    private @Nullable Double sigma;

    InterlabCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LaboratoryResults round = LaboratoryResults.read(file);
        if (assigned == null && expanded != null) {
            throw wrong(new Text("给出了 --assigned-U，却没有 --assigned", "--assigned-U is given, but not --assigned"));
        }
        try {
            Precisions precisions = Precisions.of(round).orElse(null);
            Performances performances = Performances.of(round, assigned, expanded, sigma);
            if (json) {
                console.out()
                        .println(
                                InterlabJson.of(round, precisions, performances).toPrettyString());
            } else {
                print(round, precisions, performances);
            }
        } catch (IllegalArgumentException e) {
            Text why = e instanceof UnfitException unfit ? unfit.reason() : Text.same(String.valueOf(e.getMessage()));
            throw wrong(new Text("这些数据无法评定：%s", "these data cannot be evaluated: %s").with(why));
        }
        return 0;
    }

    private InputException wrong(Text what) {
        return new InputException(new Problem(
                Place.of(file.toString()),
                what,
                new Text(
                        "请核对数据，以及 --assigned、--assigned-U 与 --sigma",
                        "check the data, --assigned, --assigned-U and --sigma")));
    }

    private void print(LaboratoryResults round, @Nullable Precisions precisions, Performances performances) {
        if (precisions == null) {
            console.say(
                    "ISO 5725-2: 有实验室只有一个结果，不计算精密度。",
                    "ISO 5725-2: a laboratory has one result only, so there is no precision to tell.");
        } else {
            precision(round.names(), precisions);
        }
        performance(performances);
    }

    private void precision(List<String> names, Precisions precisions) {
        List<Summary> cells = precisions.precision().cells();
        int laboratories = cells.size();
        int replicates = precisions.replicates();
        Mandel mandel = precisions.mandel();
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
        Cochran cochran = precisions.cochran();
        test(
                "Cochran C",
                cochran.statistic(),
                cochran.criticalAtFive(),
                cochran.criticalAtOne(),
                names.get(cochran.suspect()),
                cochran.outcome());
        Grubbs grubbs = precisions.grubbs();
        test(
                "Grubbs G",
                grubbs.statistic(),
                grubbs.criticalAtFive(),
                grubbs.criticalAtOne(),
                names.get(grubbs.suspect()),
                grubbs.outcome());
        GrubbsPair pair = precisions.pair();
        if (pair != null) {
            test(
                    console.text("Grubbs G（两个）", "Grubbs G of two"),
                    pair.statistic(),
                    pair.criticalAtFive(),
                    pair.criticalAtOne(),
                    pair.suspects().stream().map(names::get).collect(Collectors.joining(", ")),
                    pair.outcome());
        }
        Bartlett bartlett = precisions.bartlett();
        console.out()
                .println("Bartlett T = %s (%d): p = %s"
                        .formatted(fixed(bartlett.statistic()), bartlett.degreesOfFreedom(), shown(bartlett.pValue())));
        Precision precision = precisions.precision();
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

    private void performance(Performances performances) {
        AlgorithmA robust = performances.robust();
        console.say("能力（ISO 13528:2022）", "Performance (ISO 13528:2022)");
        line("x*", robust.mean());
        line("s*", robust.deviation());
        console.say(
                "算法 A（ISO 13528:2005 附录 C.1）迭代 %d 次，至 s* 的 %d 位有效数字及 x* 的相同数位不再变化"
                        .formatted(robust.iterations(), Performances.DIGITS),
                "Algorithm A (ISO 13528:2005, C.1): %d iterations, until %d significant digits of s* and the same places of x* no longer change"
                        .formatted(robust.iterations(), Performances.DIGITS));
        if (performances.isUncertaintyKnown()) {
            line("u(X)", performances.uAssigned());
        }
        boolean primed = performances.isAssignedUncertain();
        Columns table = new Columns();
        List<String> heading = new ArrayList<>(List.of(console.text("实验室", "laboratory"), "x", "z"));
        heading.addAll(performances.isUncertaintyKnown() ? List.of("z'") : List.of());
        heading.addAll(performances.hasOwnUncertainties() ? List.of("zeta", "E_n", "E_z−", "E_z+") : List.of());
        heading.add(primed ? console.text("评定（z'）", "performance (z')") : console.text("评定（z）", "performance (z)"));
        table.row(heading.toArray(String[]::new));
        for (Performances.Laboratory laboratory : performances.laboratories()) {
            List<String> row = new ArrayList<>(List.of(
                    laboratory.name(),
                    shown(laboratory.mean()),
                    fixed(laboratory.z().value())));
            Score zPrime = laboratory.zPrime();
            if (zPrime != null) {
                row.add(fixed(zPrime.value()));
            }
            if (performances.hasOwnUncertainties()) {
                row.addAll(own(laboratory));
            }
            row.add((primed && zPrime != null ? zPrime : laboratory.z())
                    .performance()
                    .word()
                    .in(console.language()));
            table.row(row.toArray(String[]::new));
        }
        table.lines().forEach(console.out()::println);
        if (primed) {
            console.say(
                    "u(X) 大于 0.3 σ，以 z' 评定（9.2.1）", "u(X) is more than 0.3 sigma, so z' tells the performance (9.2.1)");
        }
        if (performances.hasOwnUncertainties() && assigned == null) {
            console.say(
                    "指定值由各实验室的结果得出，与之相关：zeta、E_n、E_z 仅供参考",
                    "the assigned value comes from these results and depends on them: zeta, E_n and E_z are indications only");
        }
    }

    /** With an asterisk where it is not satisfactory. */
    private static List<String> own(Performances.Laboratory laboratory) {
        Score zeta = laboratory.zeta();
        Score en = laboratory.en();
        EzScore ez = laboratory.ez();
        return zeta == null || en == null || ez == null
                ? List.of("–", "–", "–", "–")
                : List.of(
                        fixed(zeta.value()) + star(zeta.performance()),
                        fixed(en.value()) + star(en.performance()),
                        fixed(ez.minus()) + star(Math.abs(ez.minus()) <= 1),
                        fixed(ez.plus()) + star(Math.abs(ez.plus()) <= 1));
    }

    private static String star(Performance performance) {
        return star(performance == Performance.SATISFACTORY);
    }

    private static String star(boolean satisfactory) {
        return satisfactory ? "" : " *";
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
