package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.contact.BodyModel;
import org.plumbline.error.InputException;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.yaml.YamlFile;

/** Limits that name a part of the body, against a table that somebody else put together from secondary sources. */
class BodyLimitTest {

    private static final double KILOPASCAL_PER_NEWTON_PER_SQUARE_CENTIMETRE = 10;

    static Stream<List<String>> areasWithPermittedContact() throws IOException {
        try (var in = Objects.requireNonNull(
                BodyModel.class.getResourceAsStream("biomechanical_limits_29.csv"), "biomechanical_limits_29.csv")) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R"))
                    .skip(1)
                    .map(line -> List.of(line.split(",")))
                    .filter(row -> !row.get(5).equals("n/a"))
                    .toList()
                    .stream();
        }
    }

    private static double bound(String written, String unit) {
        Unit known = Unit.of(unit).orElseThrow();
        return new BoundParser(YamlFile.parse("max: '" + written + "'", "x").required("max"), known, Map.of(), Set.of())
                .parse()
                .resolve(Map.of(), known);
    }

    @ParameterizedTest
    @MethodSource("areasWithPermittedContact")
    void isTheFigureOfThatPart(List<String> row) {
        String region = row.get(1).replace('_', '-');
        double pressure = Double.parseDouble(row.get(3)) * KILOPASCAL_PER_NEWTON_PER_SQUARE_CENTIMETRE;
        double force = Double.parseDouble(row.get(4));
        double factor = Double.parseDouble(row.get(5));
        assertThat(bound("pressure-limit(" + row.get(0) + ", quasi-static)", "kPa"))
                .isCloseTo(pressure, within(1e-9));
        assertThat(bound("pressure-limit(" + row.get(0) + ", transient)", "kPa"))
                .isCloseTo(factor * pressure, within(1e-9));
        assertThat(bound("force-limit(" + region + ", quasi-static)", "N")).isEqualTo(force);
        assertThat(bound("force-limit(" + region + ",transient)", "N")).isEqualTo(factor * force);
    }

    @Test
    void mayHaveAFactorAndASummand() {
        assertThat(bound("0.5 * force-limit(chest, transient) - 10 N", "N")).isEqualTo(130);
    }

    @Test
    void isRefusedWhereContactIsToBeRuledOut() {
        assertThatThrownBy(() -> bound("force-limit(face, quasi-static)", "N"))
                .isInstanceOfSatisfying(InputException.class, error -> assertThat(error.message(Language.EN))
                        .contains("contact with the face is to be ruled out: there is no limit to judge by"));
    }

    @Test
    void isRefusedForAPartThatNobodyKnows() {
        assertThatThrownBy(() -> bound("force-limit(hand-fingr, transient)", "N"))
                .isInstanceOfSatisfying(InputException.class, error -> assertThat(error.message(Language.EN))
                        .contains("there is no limit of contact for the part of the body \"hand-fingr\"")
                        .contains("hand-finger"));
    }

    @Test
    void isRefusedInAUnitOfAnotherKind() {
        assertThatThrownBy(() -> bound("force-limit(chest, transient)", "kPa"))
                .isInstanceOfSatisfying(InputException.class, error -> assertThat(error.message(Language.EN))
                        .contains("does not fit the limit's unit kPa"));
    }
}
