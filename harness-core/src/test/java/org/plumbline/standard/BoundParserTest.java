package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.yaml.YamlFile;

class BoundParserTest {

    private static final Map<String, IxitItem> ITEMS = Map.of(
            "keep-alive", new IxitItem("keep-alive", Unit.S, null, null, Text.same("")),
            "margin", new IxitItem("margin", Unit.of("ms").orElseThrow(), null, null, Text.same("")));
    private static final Map<String, Quantity> DECLARED = Map.of(
            "keep-alive",
            new Quantity(10, Unit.S),
            "margin",
            new Quantity(500, Unit.of("ms").orElseThrow()));

    private static Bound bound(String written) {
        return new BoundParser(YamlFile.parse("max: " + written, "x").required("max"), Unit.S, ITEMS, ITEMS.keySet())
                .parse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.10, 0.1",
        "'\"0.10\"', 0.1",
        "-3, -3",
        "+2, 2",
        "1e-3, 0.001",
        "0x10, 16",
        "200 ms, 0.2",
        "-200 ms, -0.2",
        "ixit(keep-alive), 10",
        "ixit( margin ), 0.5",
        "-ixit(keep-alive), -10",
        "1.5 * ixit(keep-alive) + 2 s, 17",
        "1.5*ixit(keep-alive)+2s, 17",
        "2 min - ixit(keep-alive) - 3*ixit(margin), 108.5",
        "'  ixit(keep-alive)  ', 10",
    })
    void readsWhatIsWritten(String written, double seconds) {
        assertThat(bound(written).resolve(DECLARED, Unit.S)).isCloseTo(seconds, within(1e-9));
    }

    @Test
    void keepsTheTextForReports() {
        assertThat(bound("0.10").text()).isEqualTo("0.10");
        assertThat(bound("1.5 * ixit(keep-alive) + 2 s").text()).isEqualTo("1.5 * ixit(keep-alive) + 2 s");
    }
}
