package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.plumbline.text.Language;

/** Written as scenarios are: the longest observation in each stretch, in seconds. One stretch alone is passive. */
class ForecastTest {

    private final List<ScenarioPlan> scenarios = new ArrayList<>();

    @Test
    void passiveScenariosShareTheLongestOfTheirObservations() {
        passive(5);
        passive(8);
        passive(3);
        assertThat(forecast(1)).isEqualTo(new Forecast(1, 0, 3, 1, s(8), 0, 0, 0));
    }

    @Test
    void eachChangeOfStateBeginsAnObservationAnew() {
        driving(0, 4, 2);
        assertThat(forecast(1)).isEqualTo(new Forecast(1, 0, 0, 0, 0, 1, s(6), 0));
    }

    @Test
    void aDrivingScenarioLooksBackUntilItsFirstChange() {
        passive(8);
        driving(5, 1);
        assertThat(forecast(1)).isEqualTo(new Forecast(1, 0, 1, 1, s(8), 1, s(1), 0));
    }

    @Test
    void aPassiveScenarioAfterADrivingOneTakesWhatThatRecordedLast() {
        driving(0, 6);
        passive(6);
        passive(10);
        assertThat(forecast(1)).isEqualTo(new Forecast(1, 0, 2, 1, s(4), 1, s(6), 0));
    }

    @Test
    void nothingIsSharedAcrossAttempts() {
        passive(8);
        assertThat(forecast(3)).isEqualTo(new Forecast(3, 0, 1, 3, s(24), 0, 0, 0));
    }

    @Test
    void whatDoesNotApplyTakesNoTime() {
        passive(8);
        scenarios.add(scenario(false, s(60)));
        assertThat(forecast(1)).isEqualTo(new Forecast(1, 1, 1, 1, s(8), 0, 0, 0));
    }

    @Test
    void isSaidInOneSentence() {
        for (int i = 0; i < 6; i++) {
            passive(8);
        }
        for (int i = 0; i < 10; i++) {
            driving(0, 3);
        }
        driving(0, 4.5);
        assertThat(forecast(1).sentence().zh())
                .isEqualTo("17 个场景：6 个被动场景共用一段 8 s 的观察；11 个驱动设备，观察与停留合计 34.5 s；预计 42.5 s");
        assertThat(forecast(1).sentence().en())
                .isEqualTo("17 scenarios: 6 passive, sharing one observation of 8 s; "
                        + "11 act on the device, observing and staying for 34.5 s in all; "
                        + "42.5 s expected");
    }

    @Test
    void theSentenceSaysHowOftenAndWhatIsLeftOut() {
        passive(8);
        scenarios.add(scenario(false, s(60)));
        assertThat(forecast(3).sentence().zh()).isEqualTo("2 个场景，各执行 3 次：1 个被动场景共用 3 段观察，合计 24 s；1 个不适用；预计 24 s");
        assertThat(forecast(3).sentence().en())
                .isEqualTo("2 scenarios, 3 times each: 1 passive, sharing 3 observations of 24 s in all; "
                        + "1 not applicable; 24 s expected");
    }

    @Test
    void theSentenceSaysWhereNothingIsObservedForPassiveScenariosAlone() {
        driving(0, 6);
        passive(6);
        assertThat(forecast(1).sentence().zh()).isEqualTo("2 个场景：1 个被动场景无需另行观察；1 个驱动设备，观察与停留合计 6 s；预计 6 s");
        assertThat(forecast(1).sentence().en())
                .isEqualTo("2 scenarios: 1 passive, no observation of their own; "
                        + "1 acts on the device, observing and staying for 6 s in all; "
                        + "6 s expected");
    }

    @Test
    void theSentenceSaysHowLongTheDeviceMayMakeItWait() {
        scenarios.add(
                new ScenarioPlan("f:1", "s", "f", 1, Language.EN, List.of(), true, s(4), List.of(s(0), s(4)), s(20)));
        assertThat(forecast(2).sentence().zh())
                .isEqualTo("1 个场景，各执行 2 次：1 个驱动设备，观察与停留合计 8 s；预计至少 8 s，至多 48 s（视设备多快到位）");
        assertThat(forecast(2).sentence().en())
                .isEqualTo("1 scenario, 2 times each: 1 acts on the device, observing and staying for 8 s in all; "
                        + "at least 8 s, at most 48 s, as fast as the device gets there");
    }

    private void passive(double seconds) {
        scenarios.add(scenario(true, s(seconds)));
    }

    private void driving(double... seconds) {
        scenarios.add(scenario(
                true,
                java.util.Arrays.stream(seconds).mapToLong(ForecastTest::s).toArray()));
    }

    private static ScenarioPlan scenario(boolean applies, long... stretches) {
        List<Long> all = LongStream.of(stretches).boxed().toList();
        return new ScenarioPlan(
                "f:1",
                "s",
                "f",
                1,
                Language.EN,
                List.of(),
                applies,
                LongStream.of(stretches).sum(),
                all);
    }

    private Forecast forecast(int repeat) {
        return Forecast.of(plan(repeat));
    }

    private RunPlan plan(int repeat) {
        return new RunPlan(
                "r",
                "s",
                Instant.EPOCH,
                "virtual",
                Rig.standard(),
                Rig.bench(Map.of()),
                scenarios,
                List.of(),
                null,
                null,
                repeat);
    }

    private static long s(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
