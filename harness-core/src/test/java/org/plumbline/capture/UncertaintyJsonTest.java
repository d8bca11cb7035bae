package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.MonteCarloCheck;
import org.plumbline.measure.Uncertainty;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Distribution;
import org.plumbline.uncertainty.Evaluation;

final class UncertaintyJsonTest {

    private static final Uncertainty UNCERTAINTY = Uncertainty.of(List.of(
            new Contribution(new Text("分散性", "scatter"), 0, 0.003, 29, Evaluation.A, Distribution.NORMAL, 1),
            Contribution.resolution(0.001).withSensitivity(Math.sqrt(2))));

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void comesBackAsItWas() throws Exception {
        ObjectNode node = mapper.createObjectNode();
        UncertaintyJson.put(node, UNCERTAINTY);
        Uncertainty read = UncertaintyJson.read(
                mapper.readTree(node.toString()), UNCERTAINTY.expanded(), UNCERTAINTY.coverageFactor());
        assertThat(read).isEqualTo(UNCERTAINTY);
    }

    @Test
    void keepsItsCoverageAndWhatMonteCarloSaid() throws Exception {
        Uncertainty checked = new Uncertainty(
                UNCERTAINTY.contributions(),
                UNCERTAINTY.combined(),
                29,
                2.3,
                0.0071,
                0.95,
                new MonteCarloCheck(220_000, 0.0063, -0.001, 0.0071, 0.0005, true));
        ObjectNode node = mapper.createObjectNode();
        UncertaintyJson.put(node, checked);
        assertThat(UncertaintyJson.read(mapper.readTree(node.toString()), 0.0071, 2.3))
                .isEqualTo(checked);
        assertThat(node.at("/monteCarlo/agrees").asBoolean(true)).isFalse();
    }

    @Test
    void keepsEndsThatAreNotSymmetric() throws Exception {
        Uncertainty open = new Uncertainty(
                UNCERTAINTY.contributions(), UNCERTAINTY.combined(), 29, 2.3, 0.0071, 0.0071, 0.001, 0.95, null);
        ObjectNode node = mapper.createObjectNode();
        UncertaintyJson.put(node, open);
        assertThat(UncertaintyJson.read(mapper.readTree(node.toString()), 0.0071, 2.3))
                .isEqualTo(open);
    }

    @Test
    void saysInfiniteDegreesOfFreedomByNull() {
        ObjectNode node = mapper.createObjectNode();
        UncertaintyJson.put(node, Uncertainty.stated(0.2, 2));
        assertThat(node.get("degreesOfFreedom").isNull()).isTrue();
        assertThat(node.at("/budget/0/name/zh").asText()).isEqualTo("给出的不确定度");
        assertThat(node.at("/budget/0/share").asDouble()).isEqualTo(1);
    }

    @Test
    void whatHasNoBudgetIsTakenAsStated() {
        assertThat(UncertaintyJson.read(mapper.createObjectNode(), 0.2, 2)).isEqualTo(Uncertainty.stated(0.2, 2));
    }
}
