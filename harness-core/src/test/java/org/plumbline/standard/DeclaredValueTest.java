package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

class DeclaredValueTest {

    private static final Unit V = Unit.of("V").orElseThrow();
    private static final Unit MS = Unit.of("ms").orElseThrow();
    private static final Unit PERCENT = Unit.of("%").orElseThrow();
    private static final Standard STANDARD = new Standard(
            "TK",
            Text.same("tank"),
            "local",
            "consultation",
            "2026-11",
            List.of(),
            List.of(),
            Map.of(),
            Map.of(
                    "threshold",
                    item("threshold", V),
                    "time-out",
                    item("time-out", MS),
                    "charge",
                    item("charge", PERCENT)),
            List.of(),
            Completeness.DEFAULT,
            List.of());
    private static final Map<String, Quantity> DECLARED = Map.of(
            "threshold", new Quantity(14, V), "time-out", new Quantity(3, Unit.S), "charge", new Quantity(20, PERCENT));
    private static final Place PLACE = new Place("a.feature", 7, 0);

    private static IxitItem item(String id, Unit unit) {
        return new IxitItem(id, unit, null, null, Text.same(id));
    }

    @ParameterizedTest
    @CsvSource({
        "ixit(threshold), 14",
        "ixit(threshold) - 0.8 V, 13.2",
        "ixit(charge) - 5 %, 15",
        "1.1 * ixit(threshold), 15.4",
        "0.1 V + ixit(threshold), 14.1",
        "ixit(time-out) + 0.5 s, 3500"
    })
    void isAPlainNumberInTheUnitOfItsIxitItem(String text, String number) {
        assertThat(DeclaredValue.isIn(text)).isTrue();
        assertThat(DeclaredValue.of(text, STANDARD, PLACE).number(DECLARED)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"13.2", "n1", "threshold", "''"})
    void isNotSeenInOtherTexts(String text) {
        assertThat(DeclaredValue.isIn(text)).isFalse();
    }

    @Test
    void ofAnUnknownItemIsRefusedWithTheNearest() {
        for (String text : List.of("ixit(treshold) - 0.8 V", "0.8 V + ixit(treshold)")) {
            assertThatThrownBy(() -> DeclaredValue.of(text, STANDARD, PLACE))
                    .isInstanceOfSatisfying(InputException.class, e -> {
                        assertThat(e.message(Language.EN))
                                .startsWith("a.feature:7: unknown IXIT item \"treshold\"; ")
                                .contains("threshold");
                        assertThat(e.message(Language.ZH)).startsWith("a.feature:7: 未知的 IXIT 项 \"treshold\"；");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({"ixit(threshold) - 0.8 s", "ixit(threshold) - 0.8", "ixit(threshold) 3 V", "ixit(threshold"})
    void thatCannotBeAddedUpIsRefused(String text) {
        assertThatThrownBy(() -> DeclaredValue.of(text, STANDARD, PLACE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a.feature:7: ");
    }
}
