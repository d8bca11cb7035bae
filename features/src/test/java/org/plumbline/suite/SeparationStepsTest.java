package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plumbline.verdict.Verdict.FAIL;
import static org.plumbline.verdict.Verdict.PASS;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.measure.Measurement;
import org.plumbline.stage.Published;
import org.plumbline.text.Language;

/** Contact, separation and safeguards from scenarios, against published cases and figures by hand. */
class SeparationStepsTest {

    private static final String[] REQUIREMENTS = {"ST-S01", "ST-S02", "ST-S03"};
    private static final StageRun RUN = new StageRun(Language.EN, REQUIREMENTS);

    /** 1.3 m from the person all the time; S_p as published for that speed. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void marginIsDistanceMinusProtectiveSeparation(int number) {
        JsonNode published = Published.separation("person-" + number);
        Measurement margin = RUN.measured("margin-" + number);
        assertThat(margin.unit().symbol()).isEqualTo("mm");
        assertThat(margin.value()).isCloseTo(1000 * (1.3 - published.get("S_p").doubleValue()), within(1e-6));
        double v = published.get("v_r").doubleValue();
        double perSpeed = published.get("v_h").doubleValue() / 2.5 + 0.1 + v / 2.5;
        assertThat(margin.uncertainty().combined()).isCloseTo(Math.hypot(10, 10 * perSpeed), within(1e-6));
    }

    @Test
    void marginIsJudgedWithItsUncertainty() {
        assertThat(RUN.of("margin-1").verdict()).isEqualTo(PASS);
        assertThat(RUN.of("margin-2").verdict()).isEqualTo(FAIL);
        assertThat(RUN.of("margin-3").verdict()).as("32.5 mm, U is 26 mm").isEqualTo(PASS);
        assertThat(RUN.of("margin-4").verdict()).isEqualTo(PASS);
    }

    @Test
    void aBlowMayBeHarderThanAClamp() {
        assertThat(RUN.measured("blow").value()).isEqualTo(250);
        assertThat(RUN.measured("clamp").value()).isEqualTo(120);
        assertThat(RUN.of("blow").tolerance().max()).isEqualTo(280);
        assertThat(RUN.of("clamp").tolerance().max()).isEqualTo(140);
        assertThat(RUN.of("clamp").verdict()).isEqualTo(PASS);
    }

    /** It stops between 0.19 s and 0.2 s; 2000 T + 8 (30 - 14) is more than 500 mm, so S = 1600 mm/s (0.195 s + 0.05 s) + 128 mm. */
    @Test
    void aLightCurtainIsAsFarAsTheStoppingTimeAsks() {
        Measurement distance = RUN.measured("curtain");
        assertThat(distance.value()).isCloseTo(520, within(1e-4));
        assertThat(distance.quantity().en()).isEqualTo("minimum distance S (T = 0.2450 s, K = 1600 mm/s, C = 128 mm)");
        assertThat(distance.uncertainty().contributions())
                .extracting(row -> row.name().en())
                .containsExactly("two time stamps", "sampling interval", "speed: declared uncertainty");
        assertThat(distance.uncertainty().combined())
                .as("the speed falls by 500 mm/s in 0.01 s, its u is 10 mm/s")
                .isCloseTo(1600 * Math.hypot(Math.sqrt((2 * 1e-6 + 25e-6) / 3), 0.01 * 10 / 500), within(1e-6));
        assertThat(RUN.of("curtain").verdict()).isEqualTo(PASS);
    }

    @Test
    void chineseScenariosJudgeTheSame() {
        assertThat(new StageRun(Language.ZH, REQUIREMENTS).judgements()).isEqualTo(RUN.judgements());
    }
}
