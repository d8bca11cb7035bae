package org.plumbline.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.simple.RandomSource;
import org.plumbline.statistics.Summary;

/**
 * Propagation of distributions by drawing from them (JCGM 101:2008). The same seed gives the same result.
 *
 * @param model how the result follows
 * @param inputs what is drawn; their sensitivities are not used
 * @param coverage probability that the intervals cover, e.g. 0.95
 * @param seed of the generator
 */
public record MonteCarlo(Model model, Inputs inputs, double coverage, long seed) {

    private static final int LARGEST = 10_000_000;

    /**
     * A fixed number of trials (JCGM 101:2008, 7.2.1).
     *
     * @param trials at least 100 / (1 - coverage), else an interval's ends rest on too few draws
     */
    public MonteCarloResult fixed(int trials) {
        if (trials < Math.ceil(100 / (1 - coverage) - 1e-6)) {
            throw new IllegalArgumentException("too few trials for a coverage of " + coverage + ": " + trials);
        }
        return result(draw(sampler(), trials), true);
    }

    /**
     * Blocks of trials until estimate, u and the symmetric interval's ends are stable (JCGM 101:2008, 7.9): twice the
     * standard deviation of each one's mean over the blocks within half a unit of u's last digit. Ten million trials at
     * most; the result says whether it became stable.
     *
     * @param digits significant digits of u that are to be right, 1 or 2
     */
    public MonteCarloResult adaptive(int digits) {
        int block = Math.max(10_000, (int) Math.ceil(100 / (1 - coverage)));
        Sampler sampler = sampler();
        List<Sample> blocks = new ArrayList<>();
        boolean stable = false;
        while (!stable && (blocks.size() + 1L) * block <= LARGEST) {
            blocks.add(Sample.of(draw(sampler, block)));
            stable = blocks.size() > 1 && stable(blocks, NumericalTolerance.of(deviation(blocks), digits));
        }
        double[] all = blocks.stream()
                .flatMapToDouble(each -> Arrays.stream(each.sorted()))
                .toArray();
        return result(all, stable);
    }

    private static double deviation(List<Sample> blocks) {
        double squares = blocks.stream()
                .mapToDouble(each -> each.deviation() * each.deviation())
                .sum();
        double[] means = blocks.stream().mapToDouble(Sample::mean).toArray();
        return Math.sqrt(squares / blocks.size() + Summary.of(means).variance());
    }

    private Sampler sampler() {
        return new Sampler(inputs, RandomSource.XO_RO_SHI_RO_128_PP.create(seed));
    }

    private double[] draw(Sampler sampler, int trials) {
        double[] results = new double[trials];
        for (int i = 0; i < trials; i++) {
            results[i] = model.value(sampler.draw());
        }
        return results;
    }

    private boolean stable(List<Sample> blocks, double tolerance) {
        return within(blocks, tolerance, Sample::mean)
                && within(blocks, tolerance, Sample::deviation)
                && within(blocks, tolerance, block -> block.symmetric(coverage).lower())
                && within(blocks, tolerance, block -> block.symmetric(coverage).upper());
    }

    private static boolean within(List<Sample> blocks, double tolerance, ToDoubleFunction<Sample> figure) {
        double[] figures = blocks.stream().mapToDouble(figure).toArray();
        return 2 * Summary.of(figures).standardUncertainty() <= tolerance;
    }

    private MonteCarloResult result(double[] drawn, boolean stable) {
        Sample sample = Sample.of(drawn, coverage);
        return new MonteCarloResult(
                drawn.length,
                stable,
                sample.mean(),
                sample.deviation(),
                sample.symmetric(coverage),
                sample.shortest(coverage),
                coverage);
    }
}
