package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.contact.ContactKind;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * Force or pressure of a contact between robot and person. It is transient in the first half second and quasi-static from then
 * on (ISO/TS 15066:2016, 5.5.5 and annex A; GB/T 36008-2018; the figure of 0.5 s as secondary sources have it). What comes
 * later in the stretch counts as quasi-static, whose limit is the stricter one.
 */
public final class ContactPeak {

    private static final long TRANSIENT = 500_000_000L;

    /** So many samples of the first half second show its course. */
    private static final int LEAST = 10;

    /** And none of them may come so long after the one before it. */
    private static final long APART = TRANSIENT / 5;

    private static final Text ELSEWHERE = new Text("接触可能更早或更晚开始", "contact that may have begun earlier or later");

    private ContactPeak() {}

    /**
     * The largest value in that kind of contact. u combines that of one sample with what a peak between samples may be higher
     * by, an eighth of the second difference there. U reaches as far as that of any sample, and to the figures of a contact that
     * begins where the signal is above {@code begins} by U less or more: half a second is counted from there.
     *
     * @param begins contact has begun where the signal is above this
     * @throws NotMeasurableException where no contact begins in the stretch, or may have begun before it, or the stretch or the
     *     contact is too short for that kind, or has too few samples of its first half second
     */
    public static Measurement of(Trace trace, ContactKind kind, Quantity begins) {
        double threshold = begins.in(trace.unit());
        boolean first = kind == ContactKind.TRANSIENT;
        int onset = onset(trace, threshold);
        requireContact(trace, onset);
        Farthest peaks = peaks(trace, onset, first);
        requireCourse(trace, onset, trace.time(onset) + TRANSIENT);
        if (!first && !(peaks.largest() > threshold)) {
            throw new NotMeasurableException(new Text(
                    "接触在 0.5 s 内结束，没有准静态接触", "the contact ended within 0.5 s: it did not become quasi-static"));
        }
        Uncertainty own = peaks.uncertainty((i, same) -> rows(trace, (int) i));
        Reach earlier = reach(trace, onset(trace, threshold - trace.expanded()), first, peaks.largest());
        Reach later = reach(trace, onset(trace, threshold + trace.expanded()), first, peaks.largest());
        Reach elsewhere = earlier.or(later);
        return Result.of(
                new Text(
                        "%s 的%s接触峰值".formatted(trace.signal(), first ? "瞬态" : "准静态"),
                        "peak of %s in %s contact".formatted(trace.signal(), first ? "transient" : "quasi-static")),
                peaks.largest(),
                trace.unit(),
                elsewhere.isNone() ? own : own.reaching(ELSEWHERE, elsewhere.or(new Reach(own.below(), own.above()))),
                List.of(trace));
    }

    /** To the ends of the figure of a contact that began elsewhere; none where it is the same, or the signal is never that high. */
    private static Reach reach(Trace trace, int onset, boolean first, double largest) {
        if (onset == trace.size()) {
            return Reach.NONE;
        }
        if (onset == 0) {
            throw new NotMeasurableException(new Text(
                            "观察开始时信号 %s 离接触阈值不足其 U = %.3g %s，不知接触何时开始",
                            "signal %s is within U = %.3g %s of where contact begins from the first sample: nothing shows when"
                                    + " it began")
                    .with(trace.signal(), trace.expanded(), trace.unit()));
        }
        Farthest peaks = peaks(trace, onset, first);
        double apart = peaks.largest() - largest;
        if (peaks.isEmpty() || apart == 0) {
            return Reach.NONE;
        }
        Uncertainty there = peaks.uncertainty((i, same) -> rows(trace, (int) i));
        return new Reach(Math.max(0, there.below() - apart), Math.max(0, there.above() + apart));
    }

    private static Farthest peaks(Trace trace, int onset, boolean first) {
        long split = trace.time(onset) + TRANSIENT;
        long end = trace.time(trace.size() - 1);
        if (end < split || !first && end == split) {
            throw new NotMeasurableException(new Text(
                    "接触开始后的观察不超过 0.5 s，可能未观察到全部",
                    "no more than 0.5 s was observed of the contact: it may not have been all"));
        }
        Farthest peaks = new Farthest();
        for (int i = onset; i < trace.size(); i++) {
            if ((trace.time(i) <= split) == first) {
                peaks.take(i, i, trace.value(i), Uncertainty.of(rows(trace, i)).combined());
            }
        }
        return peaks;
    }

    /** The first sample above the threshold; the size of the trace where none is. */
    private static int onset(Trace trace, double threshold) {
        int onset = 0;
        while (onset < trace.size() && !(trace.value(onset) > threshold)) {
            onset++;
        }
        return onset;
    }

    private static void requireContact(Trace trace, int onset) {
        if (onset == trace.size()) {
            throw new NotMeasurableException(
                    new Text("信号 %s 没有显示接触", "signal %s shows no contact").with(trace.signal()));
        }
        if (onset == 0) {
            throw new NotMeasurableException(new Text(
                            "观察开始时信号 %s 已在接触中，不知何时开始",
                            "signal %s shows contact from the first sample: nothing shows when it began")
                    .with(trace.signal()));
        }
    }

    /** A blow is over in a tenth of a second: where no sample fell, the peak may have been. */
    private static void requireCourse(Trace trace, int onset, long split) {
        int last = onset;
        long largest = 0;
        for (int i = onset; i < trace.size() && trace.time(i - 1) < split; i++) {
            largest = Math.max(largest, trace.time(i) - trace.time(i - 1));
            last = trace.time(i) <= split ? i : last;
        }
        int found = last - onset + 1;
        if (found < LEAST || largest > APART) {
            throw new NotMeasurableException(new Text(
                            "信号 %s 在接触的前 0.5 s 内只有 %d 个样本，最长间隔 %.3f s，可能漏掉峰值；至少需要 %d 个，间隔不超过 %.1f s",
                            "signal %s has %d samples in the first 0.5 s of the contact, up to %.3f s apart, and may have"
                                    + " missed the peak: %d are needed, no more than %.1f s apart")
                    .with(trace.signal(), found, largest / 1e9, LEAST, APART / 1e9));
        }
    }

    private static List<Contribution> rows(Trace trace, int i) {
        List<Contribution> rows = new ArrayList<>(trace.contributions());
        rows.add(Rows.within(new Text("两个样本之间的峰值", "a peak between two samples"), trace.bulge(i)));
        return rows;
    }
}
