package org.plumbline.run;

import java.util.List;
import java.util.function.LongUnaryOperator;
import org.plumbline.alignment.AlignedFile;
import org.plumbline.alignment.Anchor;
import org.plumbline.measure.Alignment;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * How far stamps of files may be off against the run's clock: the worse of the two ends of a time, although only one of
 * them may be of the file, and in a time between two of one file the offset would cancel. So it is never too little.
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
        late *= Math.max(file.leverage(from), file.leverage(to));
        return Math.sqrt(Math.pow(Math.max(file.standard(from), file.standard(to)), 2) + late * late / 3);
    }

    static Contribution row(String channel, double standard) {
        return Contribution.normal(
                new Text("通道 %s 的文件的时间对齐", "alignment of the file of %s").with(channel),
                0,
                standard,
                Double.POSITIVE_INFINITY);
    }
}
