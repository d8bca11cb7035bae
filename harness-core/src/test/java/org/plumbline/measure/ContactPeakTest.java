package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plumbline.contact.ContactKind;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;

/** Twenty samples a second of a force: half a second from the first above 10 N on is transient. */
class ContactPeakTest {

    private static Measurement peak(ContactKind kind, double... force) {
        long[] times = IntStream.range(0, force.length)
                .mapToLong(i -> i * Samples.SECOND / 20)
                .toArray();
        return peak(kind, times, force);
    }

    private static Measurement peak(ContactKind kind, long[] times, double[] force) {
        return ContactPeak.of(Samples.at("N", null, 2, times, force), kind, new Quantity(10, Samples.unit("N")));
    }

    /** No force twice, then that of the first half second, of which the last is repeated to its end, then what comes later. */
    private static double[] contact(double[] first, double... later) {
        return IntStream.range(0, 13 + later.length)
                .mapToDouble(i -> i < 2 ? 0 : i < 13 ? first[Math.min(i - 2, first.length - 1)] : later[i - 13])
                .toArray();
    }

    private static double[] first(double... force) {
        return force;
    }

    @Test
    void theFirstHalfSecondIsTransientAndTheRestQuasiStatic() {
        double[] force = contact(first(50, 200, 90, 80, 70, 60), 65, 60);
        assertThat(peak(ContactKind.TRANSIENT, force).value()).isEqualTo(200);
        assertThat(peak(ContactKind.QUASI_STATIC, force).value()).isEqualTo(65);
        assertThat(peak(ContactKind.TRANSIENT, force).quantity())
                .isEqualTo(new Text("signal-N 的瞬态接触峰值", "peak of signal-N in transient contact"));
        assertThat(peak(ContactKind.QUASI_STATIC, force).quantity())
                .isEqualTo(new Text("signal-N 的准静态接触峰值", "peak of signal-N in quasi-static contact"));
        assertThat(peak(ContactKind.TRANSIENT, contact(first(50, 100, 50), 120, 120))
                        .value())
                .isEqualTo(100);
    }

    /** On a parabola the peak between samples is no higher than an eighth of the second difference. */
    @Test
    void aPeakBetweenSamplesIsInTheBudget() {
        double[] force = contact(first(84, 100, 84, 20));
        double secondDifference = 84 - 2 * 100 + 84;
        assertThat(peak(ContactKind.TRANSIENT, force).uncertainty().combined())
                .isCloseTo(Math.hypot(1, -secondDifference / 8 / Math.sqrt(3)), within(1e-12));
    }

    @Test
    void theSecondDifferenceIsThatOfBothNeighbours() {
        double[] force = contact(first(60, 100, 84, 20));
        assertThat(peak(ContactKind.TRANSIENT, force).uncertainty().combined())
                .isCloseTo(Math.hypot(1, 56.0 / 8 / Math.sqrt(3)), within(1e-12));
    }

    /** 98 N between 50 N and 50 N may have peaked 12 N higher: u = sqrt(1 + 12^2 / 3) = 7 N, which reaches to 112 N. */
    @Test
    void uReachesToAPeakThatTheSamplesMayHaveMissed() {
        Measurement peak = peak(ContactKind.TRANSIENT, contact(first(50, 98, 50, 100, 98, 97, 20)));
        assertThat(peak.value()).isEqualTo(100);
        assertThat(peak.expandedUncertainty()).isCloseTo(12, within(1e-12));
    }

    /** Contact begins above 10 N, not at it; what comes just half a second later is transient still. */
    @Test
    void theFirstHalfSecondHasBothItsEnds() {
        double[] force = contact(first(50, 40, 40, 40, 40, 40, 40, 40, 40, 40, 300), 60, 70);
        force[1] = 10;
        assertThat(peak(ContactKind.TRANSIENT, force).value()).isEqualTo(300);
        assertThat(peak(ContactKind.QUASI_STATIC, force).value()).isEqualTo(70);
        assertThat(peak(ContactKind.TRANSIENT, contact(first(50, 40))).value())
                .as("the stretch ends with the half second")
                .isEqualTo(50);
        assertRefused(
                "the contact ended within 0.5 s: it did not become quasi-static",
                ContactKind.QUASI_STATIC,
                contact(first(30, 20), 10, 10));
    }

    @Test
    void whatDoesNotShowTheContactIsNotMeasured() {
        assertRefused("signal signal-N shows no contact", ContactKind.TRANSIENT, 0, 1, 2, 1, 0, 0, 0, 0, 0);
        assertRefused(
                "signal signal-N shows contact from the first sample: nothing shows when it began",
                ContactKind.TRANSIENT,
                20,
                30,
                20);
        assertRefused(
                "no more than 0.5 s was observed of the contact: it may not have been all",
                ContactKind.TRANSIENT,
                0,
                30,
                20,
                20);
        assertRefused(
                "the contact ended within 0.5 s: it did not become quasi-static",
                ContactKind.QUASI_STATIC,
                contact(first(30, 20, 0), 0));
    }

    /** Within U = 2 N of 10 N from 0.05 s on, a blow of 200 N at 0.65 s: if contact began before, the blow was a clamp. */
    @Test
    void uReachesToTheFiguresOfAContactThatBeganElsewhere() {
        double[] force = IntStream.range(0, 40)
                .mapToDouble(i -> i == 0 ? 0 : i < 13 ? 9.9 : i == 13 ? 200 : 100)
                .toArray();
        Measurement clamp = peak(ContactKind.QUASI_STATIC, force);
        assertThat(clamp.value()).isEqualTo(100);
        double ofTheBlow = 2 * Math.hypot(1, 290.1 / 8 / Math.sqrt(3));
        assertThat(clamp.uncertainty().below()).isEqualTo(2);
        assertThat(clamp.uncertainty().above()).isCloseTo(100 + ofTheBlow, within(1e-9));
        Measurement blow = peak(ContactKind.TRANSIENT, force);
        assertThat(blow.value()).isEqualTo(200);
        assertThat(blow.uncertainty().below())
                .isCloseTo(190.1 + 2 * Math.hypot(1, 9.9 / 8 / Math.sqrt(3)), within(1e-9));
        assertThat(blow.uncertainty().above()).isCloseTo(ofTheBlow, within(1e-9));
        double[] sharp =
                IntStream.range(0, 40).mapToDouble(i -> i < 13 ? 7.9 : 100).toArray();
        assertThat(peak(ContactKind.QUASI_STATIC, sharp).expandedUncertainty()).isEqualTo(2);
        assertRefused(
                "signal signal-N is within U = 2.00 N of where contact begins from the first sample: nothing shows when it"
                        + " began",
                ContactKind.TRANSIENT,
                IntStream.range(0, 40).mapToDouble(i -> i < 13 ? 9 : 100).toArray());
        double[] faint = IntStream.range(0, 40).mapToDouble(i -> i < 2 ? 0 : 11).toArray();
        assertThat(peak(ContactKind.TRANSIENT, faint).expandedUncertainty())
                .as("never surely a contact, and too faint to matter")
                .isLessThan(4);
    }

    private static final String NEEDED = " and may have missed the peak: 10 are needed, no more than 0.1 s apart";

    @Test
    void tooFewSamplesOfTheFirstHalfSecondMayMissThePeak() {
        long[] times =
                IntStream.range(0, 20).mapToLong(i -> i * Samples.SECOND / 10).toArray();
        double[] force =
                IntStream.range(0, 20).mapToDouble(i -> i < 2 ? 0 : 100).toArray();
        assertThatThrownBy(() -> peak(ContactKind.TRANSIENT, times, force))
                .isInstanceOf(NotMeasurableException.class)
                .hasMessage("signal signal-N has 6 samples in the first 0.5 s of the contact, up to 0.100 s apart,"
                        + NEEDED);
    }

    /** A hundred a second, of which 0.4 s over the peak are lost. */
    @Test
    void samplesLostOverThePeakAreNoPeak() {
        int[] arrived = IntStream.range(0, 100).filter(i -> i <= 30 || i > 70).toArray();
        long[] times =
                IntStream.of(arrived).mapToLong(i -> i * Samples.SECOND / 100).toArray();
        double[] force =
                IntStream.of(arrived).mapToDouble(i -> i < 25 ? 0 : 100).toArray();
        for (ContactKind kind : ContactKind.values()) {
            assertThatThrownBy(() -> peak(kind, times, force))
                    .isInstanceOf(NotMeasurableException.class)
                    .hasMessage("signal signal-N has 11 samples in the first 0.5 s of the contact, up to 0.410 s apart,"
                            + NEEDED);
        }
    }

    /** From 0.1 s to 0.6 s: transient contact was observed whole, quasi-static contact not at all. */
    @Test
    void justHalfASecondShowsNoQuasiStaticContact() {
        double[] force = contact(first(50, 40));
        assertThat(peak(ContactKind.TRANSIENT, force).value()).isEqualTo(50);
        assertRefused(
                "no more than 0.5 s was observed of the contact: it may not have been all",
                ContactKind.QUASI_STATIC,
                force);
    }

    private static void assertRefused(String why, ContactKind kind, double... force) {
        assertThatThrownBy(() -> peak(kind, force))
                .isInstanceOfSatisfying(
                        NotMeasurableException.class,
                        refused -> assertThat(refused.reason().en()).isEqualTo(why))
                .hasMessage(why);
    }
}
