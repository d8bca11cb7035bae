package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plumbline.contact.ContactKind;
import org.plumbline.quantity.Quantity;

/** Ten samples a second of a force: half a second from the first above 10 N on is transient. */
class ContactPeakTest {

    private static Measurement peak(ContactKind kind, double... force) {
        long[] times = IntStream.range(0, force.length)
                .mapToLong(i -> i * Samples.SECOND / 10)
                .toArray();
        return ContactPeak.of(Samples.at("N", null, 2, times, force), kind, new Quantity(10, Samples.unit("N")));
    }

    @Test
    void theFirstHalfSecondIsTransientAndTheRestQuasiStatic() {
        double[] force = {0, 0, 50, 200, 90, 80, 70, 60, 65, 60};
        assertThat(peak(ContactKind.TRANSIENT, force).value()).isEqualTo(200);
        assertThat(peak(ContactKind.QUASI_STATIC, force).value()).isEqualTo(65);
    }

    /** On a parabola the peak between samples is no higher than an eighth of the second difference. */
    @Test
    void aPeakBetweenSamplesIsInTheBudget() {
        double[] force = {0, 0, 84, 100, 84, 20, 20, 20, 20, 20};
        double secondDifference = 84 - 2 * 100 + 84;
        assertThat(peak(ContactKind.TRANSIENT, force).uncertainty().combined())
                .isCloseTo(Math.hypot(1, -secondDifference / 8 / Math.sqrt(3)), within(1e-12));
    }

    @Test
    void theSecondDifferenceIsThatOfBothNeighbours() {
        double[] force = {0, 0, 60, 100, 84, 20, 20, 20, 20, 20};
        assertThat(peak(ContactKind.TRANSIENT, force).uncertainty().combined())
                .isCloseTo(Math.hypot(1, 56.0 / 8 / Math.sqrt(3)), within(1e-12));
    }

    /** Contact begins above 10 N, not at it; what comes just half a second later is transient still. */
    @Test
    void theFirstHalfSecondHasBothItsEnds() {
        double[] force = {0, 10, 50, 40, 40, 40, 40, 300, 60, 70};
        assertThat(peak(ContactKind.TRANSIENT, force).value()).isEqualTo(300);
        assertThat(peak(ContactKind.QUASI_STATIC, force).value()).isEqualTo(70);
        assertThat(peak(ContactKind.TRANSIENT, 0, 0, 50, 40, 40, 40, 40, 30).value())
                .as("the stretch ends with the half second")
                .isEqualTo(50);
        assertRefused(
                "the contact ended within 0.5 s: it did not become quasi-static",
                ContactKind.QUASI_STATIC,
                0,
                30,
                20,
                20,
                20,
                20,
                20,
                10,
                10);
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
                "less than 0.5 s was observed of the contact: it may not have been all",
                ContactKind.TRANSIENT,
                0,
                30,
                20,
                20);
        assertRefused(
                "the contact ended within 0.5 s: it did not become quasi-static",
                ContactKind.QUASI_STATIC,
                0,
                30,
                20,
                0,
                0,
                0,
                0,
                0,
                0);
    }

    private static void assertRefused(String why, ContactKind kind, double... force) {
        assertThatThrownBy(() -> peak(kind, force))
                .isInstanceOf(NotMeasurableException.class)
                .hasMessage(why);
    }
}
