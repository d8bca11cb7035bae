package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.alignment.AlignedFile;
import org.plumbline.alignment.Anchor;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Times;
import org.plumbline.measure.Timing;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/** The gauge's samples are from a file, tied to the run at 10 s to within 5 ms, drifting by 50 ppm at most. */
class MisalignmentTest {

    private static final AlignedFile FILE = new AlignedFile(
            "gauge",
            "gauge.csv",
            "00",
            List.of(new Anchor(0, 10 * Rig.SECOND, 0.003, Text.same("event"))),
            0.004,
            50e-6,
            new AlignedFile.Tally(1, 0, 0, 0));
    private static final double STAMPS = 2e-6 / 3;

    private final Rig rig = new Rig();

    @BeforeEach
    void align() {
        rig.session.characterised(new Characterisation(0, List.of(), List.of(FILE)));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Measurement reaction(Timing timing, String signal) {
        return timing.reaction(Text.same("time"), signal, 10 * Rig.SECOND, 110 * Rig.SECOND, 110 * Rig.SECOND);
    }

    @Test
    void aTimeFromACommandToASampleOfTheFileHasARowOfItsOwn() {
        Measurement time = reaction(rig.session.timing("true-level"), "true-level");
        // 3 ms, 4 ms, and 50 ppm of 100 s
        assertThat(time.uncertainty().combined()).isCloseTo(Math.sqrt(STAMPS + 50e-6 / 3), within(1e-12));
        assertThat(time.uncertainty().contributions())
                .extracting(row -> row.name().en(), Contribution::standardUncertainty)
                .contains(tuple("alignment of the file of gauge", FILE.standard(110 * Rig.SECOND)));
    }

    @Test
    void aTimeToASampleThatCameLiveIsWhatItWas() {
        Measurement time = reaction(rig.session.timing("level"), "level");
        assertThat(time).isEqualTo(reaction(Timing.UNDISTURBED, "level"));
    }

    /** Nothing on the run's computer can have held up what the gauge stamped; what came live, or a command, it can. */
    @Test
    void noWaitIsInTheStampsOfAFile() {
        Times times = Times.of(0, 100 * Rig.SECOND, 200 * Rig.SECOND, 300 * Rig.SECOND);
        for (Measurement ofFile : List.of(
                rig.session.timing("true-level").largestGap("true-level", times, 0, 300 * Rig.SECOND),
                rig.session.timingWithin("true-level").meanPeriod("true-level", times))) {
            assertThat(Timing.perSecond(ofFile.uncertainty())).isZero();
            assertThat(ofFile.uncertainty().contributions().get(0).name().en()).endsWith(" (an instrument's file)");
        }
        for (Measurement live : List.of(
                rig.session.timing("level").largestGap("level", times, 0, 300 * Rig.SECOND),
                reaction(rig.session.timing("true-level"), "true-level"))) {
            assertThat(Timing.perSecond(live.uncertainty())).isCloseTo(1, within(1e-12));
        }
    }

    private static AlignedFile file(double uncertainty, Anchor... anchors) {
        return new AlignedFile(
                "gauge", "gauge.csv", "00", List.of(anchors), uncertainty, 50e-6, new AlignedFile.Tally(1, 0, 0, 0));
    }

    private static Anchor at(long seconds, double halfWidth) {
        return new Anchor(seconds * Rig.SECOND, seconds * Rig.SECOND, halfWidth, Text.same("event"));
    }

    private static double row(AlignedFile file, long lateness, long from, long to) {
        return new Misalignment(List.of(file), stamp -> lateness)
                .rows(from * Rig.SECOND, to * Rig.SECOND)
                .get(0)
                .standardUncertainty();
    }

    /** 50 ppm of 1000 s on either side of the event: 50 ms off there, 50 ms off the other way here. */
    @Test
    void onOppositeSidesOfAnEventTheDriftAdds() {
        AlignedFile file = file(0, at(1000, 0));
        assertThat(row(file, 0, 0, 2000)).isCloseTo(0.1 / Math.sqrt(3), within(1e-12));
        assertThat(row(file, 0, 1000, 2000)).isCloseTo(0.05 / Math.sqrt(3), within(1e-12));
        assertThat(row(file, 0, 1500, 2000))
                .as("only one may be of the file")
                .isCloseTo(0.05 / Math.sqrt(3), within(1e-12));
    }

    /** Events at 100 s and 110 s, known to 3 ms and 4 ms each: 21 times these over the 210 s between the stamps, and 6 ms of lateness. */
    @Test
    void onOppositeSidesOfTwoEventsTheErrorsAdd() {
        AlignedFile file = file(0.004, at(100, 0.003), at(110, 0.003));
        double known = 21 * Math.sqrt(2) * 0.005;
        assertThat(row(file, 0, 0, 210)).isCloseTo(known / Math.sqrt(3), within(1e-12));
        double late = 21 * Math.sqrt(2) * 0.006;
        assertThat(row(file, 6_000_000, 0, 210)).isCloseTo(Math.hypot(known, late) / Math.sqrt(3), within(1e-12));
        assertThat(row(file, 0, 104, 106))
                .as("between the events an end is worse")
                .isCloseTo(Math.sqrt((0.36 + 0.16) * 9 + 16) / 1000 / Math.sqrt(3), within(1e-12));
    }

    @Test
    void betweenSamplesOfTheFileTheOffsetCancels() {
        Times times = Times.of(0, 100 * Rig.SECOND, 200 * Rig.SECOND, 300 * Rig.SECOND);
        Measurement period = rig.session.timingWithin("true-level").meanPeriod("true-level", times);
        // two stamps and 50 ppm of 300 s, over three intervals
        double drift = 50e-6 * 300;
        assertThat(period.uncertainty().combined()).isCloseTo(Math.sqrt(STAMPS + drift * drift / 3) / 3, within(1e-12));
        Measurement apart = rig.session.timingWithin("level", "true-level").meanPeriod("level", times);
        double end = FILE.standard(300 * Rig.SECOND);
        assertThat(apart.uncertainty().combined()).isCloseTo(Math.sqrt(STAMPS + end * end) / 3, within(1e-12));
    }
}
