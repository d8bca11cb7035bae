package org.plumbline.run;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.plumbline.alignment.AlignedFile;
import org.plumbline.alignment.Anchor;
import org.plumbline.measure.Alignment;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * How far stamps of files may be off against the run's clock. Which of the two ends of a time are of the file is not known
 * here, so it is the largest of what one of them may be off, and what the time between them may be where both are: there the
 * offset cancels, but on opposite sides of the events the errors of both ends add. So it is never too little.
 *
 * @param lateness by how much a stamp of the run may be late, in nanoseconds, also that of an event of the synchronisation
 */
record Misalignment(List<AlignedFile> files, LongUnaryOperator lateness) implements Alignment {

    private static final double NANOS = 1e-9;

    @Override
    public List<Contribution> rows(long from, long to) {
        return files.stream()
                .map(file -> row(file.channel(), worst(file, from, to)))
                .toList();
    }

    private double worst(AlignedFile file, long from, long to) {
        double late = 0;
        for (Anchor anchor : file.anchors()) {
            late = Math.max(late, lateness.applyAsLong(anchor.run()) * NANOS);
        }
        late *= largest(file.leverage(from), file.leverage(to), file.leverage(from, to));
        double standard = largest(file.standard(from), file.standard(to), file.standard(from, to));
        return Math.sqrt(standard * standard + late * late / 3);
    }

    private static double largest(double one, double other, double between) {
        return Math.max(Math.max(one, other), between);
    }

    static Contribution row(String channel, double standard) {
        return Contribution.normal(
                new Text("通道 %s 的文件的时间对齐", "alignment of the file of %s").with(channel),
                0,
                standard,
                Double.POSITIVE_INFINITY);
    }
}
