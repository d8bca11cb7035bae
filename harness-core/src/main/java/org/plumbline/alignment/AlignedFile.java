package org.plumbline.alignment;

import java.util.List;
import java.util.Optional;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;

/**
 * The file of a channel, and where its clock stands against the run's.
 *
 * @param name of the file as its user called it
 * @param sha256 of its bytes, in lower-case hexadecimal
 * @param anchors the events; one, or two where the drift was determined
 * @param uncertainty declared half-width of what the times of an event may differ by on both sides, in seconds
 * @param driftLimit declared, as a ratio
 * @param tally how many of its rows there are
 */
public record AlignedFile(
        String channel,
        String name,
        String sha256,
        List<Anchor> anchors,
        double uncertainty,
        double driftLimit,
        Tally tally) {

    private static final double NANOS = 1e-9;

    /**
     * Rows of a file.
     *
     * @param used that fall into the run
     * @param early before the run's start, not used
     * @param late after its end, not used
     * @param faulty among all of them
     */
    public record Tally(long used, long early, long late, long faulty) {}

    /** By how much the instrument's clock went wrong, as a ratio: positive where it was fast; 0 where it was not determined. */
    public double drift() {
        return isDriftKnown() ? fileSpan() / (double) runSpan() - 1 : 0;
    }

    /** Whether two events show it. */
    public boolean isDriftKnown() {
        return anchors.size() > 1;
    }

    private Anchor first() {
        return anchors.get(0);
    }

    private Anchor last() {
        return anchors.get(anchors.size() - 1);
    }

    private long fileSpan() {
        return last().file() - first().file();
    }

    private long runSpan() {
        return last().run() - first().run();
    }

    /** A time of the file's clock by the run's, in nanoseconds since its start. */
    public long aligned(long file) {
        long since = file - first().file();
        return first().run() + (isDriftKnown() ? Math.round(since * (runSpan() / (double) fileSpan())) : since);
    }

    /** What is to be added to times of the file's clock at the first event, in seconds. */
    public double offset() {
        return (first().run() - first().file()) * NANOS;
    }

    /**
     * The standard uncertainty of an aligned time against the run's clock, in seconds. All parts are rectangular (JCGM
     * 100:2008, 4.3.7): how exactly samples show the events, the declared uncertainty of the synchronisation, and, where
     * the drift was not determined, its limit times the distance from the event.
     *
     * @param run nanoseconds since the run's start
     */
    public double standard(long run) {
        double since = (run - first().run()) * NANOS;
        if (!isDriftKnown()) {
            return rectangular(first().halfWidth(), uncertainty, driftLimit * since);
        }
        double part = part(run);
        return rectangular((1 - part) * first().halfWidth(), part * last().halfWidth(), leverage(run) * uncertainty);
    }

    private double part(long run) {
        return (run - first().run()) / (double) runSpan();
    }

    /**
     * By how much what is not known of the events counts at that time: beyond two events it grows with the distance from them.
     *
     * @param run nanoseconds since the run's start
     */
    public double leverage(long run) {
        return isDriftKnown() ? Math.max(1, Math.hypot(1 - part(run), part(run))) : 1;
    }

    /** That of the time between two of its stamps, in which the offset cancels, in seconds. */
    public double standard(long from, long to) {
        if (!isDriftKnown()) {
            return rectangular(driftLimit * (to - from) * NANOS);
        }
        double rate = part(to) - part(from);
        return rectangular(
                rate * first().halfWidth(), rate * last().halfWidth(), rate * uncertainty, rate * uncertainty);
    }

    /** By how much what is not known of the events counts in that time: of one event it cancels. */
    public double leverage(long from, long to) {
        return isDriftKnown() ? Math.sqrt(2) * Math.abs(part(to) - part(from)) : 0;
    }

    private static double rectangular(double... halfWidths) {
        double sum = 0;
        for (double halfWidth : halfWidths) {
            sum += halfWidth * halfWidth;
        }
        return Math.sqrt(sum / 3);
    }

    /** Why nothing is judged by it: the clock went wrong by more than it may, even where the events are known worst. */
    public Optional<Text> doubt() {
        double known =
                isDriftKnown() ? (first().halfWidth() + last().halfWidth() + 2 * uncertainty) / (runSpan() * NANOS) : 0;
        return Math.abs(drift()) <= driftLimit + known
                ? Optional.empty()
                : Optional.of(new Text(
                                "通道 %s 的文件 %s 的时钟漂移为 %s ppm，超出声明的 ±%s ppm，不能据此判定",
                                "the clock of channel %s's file %s went wrong by %s ppm, declared are at most ±%s ppm: not judged")
                        .with(channel, name, ppm(drift()), ppm(driftLimit)));
    }

    private static String ppm(double ratio) {
        return Quantity.plain(Math.round(ratio * 1e9) / 1e3);
    }

    /** For reports: which file, by what, how well. */
    public Text words() {
        Anchor by = first();
        Text aligned = new Text(
                        "%s（SHA-256 %s），按%s同步，偏移 %.6f s，u = %.6f s",
                        "%s (SHA-256 %s), aligned by %s, offset %.6f s, u = %.6f s")
                .with(name, sha256, by.words(), offset(), standard(by.run()));
        Text clock = isDriftKnown()
                ? new Text("，按%s得漂移 %s ppm", ", drift %2$s ppm by %1$s").with(last().words(), ppm(drift()))
                : new Text("，漂移不超过 %s ppm", ", drift at most %s ppm").with(ppm(driftLimit));
        return aligned.and(clock)
                .and(new Text(
                                "；采用 %d 行，运行之前 %d 行、之后 %d 行未用，有错 %d 行",
                                "; %d rows used, %d before and %d after the run not used, %d faulty")
                        .with(tally.used(), tally.early(), tally.late(), tally.faulty()));
    }
}
