package org.plumbline.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.plumbline.statistics.Reference;

class BodyModelTest {

    private final BodyModel body = BodyModel.ofIsoTs15066();

    /** Against the table gathered independently of the data files. */
    @ParameterizedTest
    @CsvFileSource(resources = "biomechanical_limits_29.csv", numLinesToSkip = 1)
    void holdsEveryFigure(
            int number,
            String region,
            String name,
            double pressure,
            double force,
            String factor,
            double spring,
            double mass,
            String mark) {
        BodyArea area = body.area(number);
        assertThat(area.region().id()).isEqualTo(region.replace('_', '-'));
        assertThat(area.quasiStaticPressure() / 1e4).isCloseTo(pressure, within(1e-12));
        assertThat(area.region().quasiStaticForce()).isEqualTo(force);
        assertThat(area.region().springConstant()).isEqualTo(spring * 1000);
        assertThat(area.region().mass()).isEqualTo(mass);
        assertThat(area.region().transientFactor())
                .isEqualTo(
                        factor.equals("n/a") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(factor)));
        assertThat(area.seen()).isEqualTo(mark.startsWith("two") ? 2 : mark.startsWith("single") ? 1 : 0);
    }

    @Test
    void hasTwelveRegionsAndTwentyNineAreas() {
        assertThat(body.regions()).hasSize(12);
        assertThat(body.areas())
                .extracting(BodyArea::number)
                .doesNotHaveDuplicates()
                .hasSize(29);
        assertThat(body.regions()).allSatisfy(region -> {
            assertThat(region.name().zh()).isNotBlank();
            assertThat(region.name().en()).isNotBlank();
            assertThat(body.areas()).anyMatch(area -> area.region().equals(region));
        });
        assertThat(body.areas()).extracting(area -> area.name().zh()).doesNotHaveDuplicates();
        assertThat(body.areas()).extracting(area -> area.name().en()).doesNotHaveDuplicates();
    }

    @Nested
    class TransientContact {

        @Test
        void mayBeTwiceAsStrong() {
            BodyArea shin = body.area(28);
            assertThat(shin.region().force(ContactKind.QUASI_STATIC)).hasValue(130);
            assertThat(shin.region().force(ContactKind.TRANSIENT)).hasValue(260);
            assertThat(shin.pressure(ContactKind.QUASI_STATIC)).hasValue(2.2e6);
            assertThat(shin.pressure(ContactKind.TRANSIENT)).hasValue(4.4e6);
        }

        @Test
        void hasNoLimitAtTheHead() {
            for (int number : new int[] {1, 2, 3}) {
                BodyArea area = body.area(number);
                assertThat(area.region().contactPermitted()).isFalse();
                assertThat(area.region().force(ContactKind.TRANSIENT)).isEmpty();
                assertThat(area.pressure(ContactKind.TRANSIENT)).isEmpty();
            }
            assertThat(body.regions().stream().filter(BodyRegion::contactPermitted))
                    .hasSize(10);
        }
    }

    @Test
    void saysWhereItsFiguresAreFrom() {
        for (String file : List.of("body-regions.csv", "body-areas.csv")) {
            assertThat(Reference.text(BodyModel.class, file))
                    .startsWith("# Body")
                    .contains("ISO/TS 15066:2016", "GB/T 36008-2018", "To be checked against a copy of the standard");
        }
    }

    @Test
    void refusesWhatTheBodyDoesNotHave() {
        assertThatThrownBy(() -> body.area(30)).hasMessage("no body area 30");
        assertThatThrownBy(() -> body.region("tail")).hasMessage("no body region tail");
        assertThatThrownBy(() -> Rows.of("none.csv")).hasMessage("the data file none.csv is missing from the jar");
    }
}
