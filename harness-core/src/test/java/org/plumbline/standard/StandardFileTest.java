package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.ics.Applicability;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;

class StandardFileTest {

    private static final Unit M = Unit.of("m").orElseThrow();

    private final Standard standard = StandardFile.read(example());

    static Path example() {
        try {
            return Path.of(StandardFileTest.class.getResource("standard.yaml").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsWhatIsSaidOfTheWholeStandard() {
        assertThat(standard.id()).isEqualTo("UW");
        assertThat(standard.title()).isEqualTo(new Text("水下机器人通用技术要求", "Underwater robots - General requirements"));
        assertThat(standard.level()).isEqualTo("local");
        assertThat(standard.stage()).isEqualTo("consultation");
        assertThat(standard.revision()).isEqualTo("2026-11");
        assertThat(standard.leads())
                .containsExactly(
                        new Lead(new Text("某海洋装备检测中心", "A test centre for marine equipment"), "lead"),
                        new Lead(new Text("某大学", "A university"), "participant"));
        assertThat(standard.sources()).containsExactly("GB/T 36896.1-2018");
        assertThat(standard.references()).containsExactly("true-depth");
        assertThat(standard.ics().keySet()).containsExactly("U-DEPTH", "U-CRAWLER", "U-MQTT");
        assertThat(standard.ixit().get("heartbeat-time-out"))
                .isEqualTo(new IxitItem(
                        "heartbeat-time-out",
                        Unit.S,
                        0.5,
                        5.0,
                        new Text("心跳超时", "time without heartbeat until the link counts as lost")));
        assertThat(standard.ixit().get("rated-depth"))
                .isEqualTo(new IxitItem("rated-depth", M, null, null, new Text("额定深度", "rated depth")));
    }

    @Test
    void readsARequirementAndKeepsTheZerosOfItsNumbers() {
        Requirement requirement = standard.requirement("UW-A02").orElseThrow();
        assertThat(requirement.clause()).isEqualTo("6.10");
        assertThat(requirement.conformanceClass()).isEqualTo("accuracy");
        assertThat(requirement.modality()).isEqualTo(Modality.SHALL);
        assertThat(requirement.applies()).isEqualTo(Applicability.parse("U-DEPTH && !U-CRAWLER"));
        assertThat(requirement.challengedBy()).containsExactly("depth-drift");
        assertThat(requirement.limits())
                .isEqualTo(Map.of(
                        "depth-hold-p95",
                        new Limit(
                                "depth-hold-p95",
                                M,
                                null,
                                new Bound("0.10", List.of(new Bound.Term(1, null, new Quantity(0.1, M)))),
                                DecisionRule.GUARDED,
                                true,
                                "proposal",
                                null)));
    }

    @Test
    void readsLimitsThatReferToDeclaredValues() {
        Requirement requirement = standard.requirement("UW-S04").orElseThrow();
        assertThat(requirement.conformanceClass()).isEqualTo("basic");
        assertThat(requirement.applies()).isEqualTo(new Applicability.Always());
        assertThat(requirement.challengedBy()).isEmpty();
        Limit limit = requirement.limits().get("surfacing-delay");
        assertThat(limit.decision()).isEqualTo(DecisionRule.SIMPLE);
        assertThat(limit.inclusive()).isFalse();
        Map<String, Quantity> declared = Map.of("heartbeat-time-out", new Quantity(3, Unit.S));
        assertThat(limit.min().resolve(declared, Unit.S)).isEqualTo(-0.5);
        assertThat(limit.max().resolve(declared, Unit.S)).isCloseTo(4.6, within(1e-12));
        assertThat(limit.max().text()).isEqualTo("1.5 * ixit(heartbeat-time-out) + 200 ms - 0.1 s");
    }
}
