package org.plumbline.allure;

import io.cucumber.java.Before;
import io.cucumber.java.zh_cn.假如;
import io.cucumber.java.zh_cn.当;
import io.cucumber.java.zh_cn.那么;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.plumbline.measure.Extreme;
import org.plumbline.measure.Percentile;
import org.plumbline.measure.Timing;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Judge;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Session;
import org.plumbline.run.Traces;
import org.plumbline.run.Trial;
import org.plumbline.run.Window;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Sample;

/** The few steps that the scenario of the test needs. Called by Cucumber. */
public final class TrialSteps {

    private final Judge judge;
    private @Nullable Trial trial;

    TrialSteps(Judge judge) {
        this.judge = judge;
    }

    void trial(@Nullable Trial current) {
        trial = current;
    }

    private Trial current() {
        if (trial == null) {
            throw new IllegalStateException("no trial");
        }
        return trial;
    }

    /** As the product does. */
    @Before
    public void skip() {
        if (trial == null) {
            throw new IllegalStateException("interrupted");
        }
        if (!trial.scenario().applies()) {
            throw new TestAbortedException("does not apply");
        }
    }

    /** Nothing to do. */
    @假如("设备处于水中")
    public void afloat() {}

    /** Something that cannot be reached. */
    @假如("深度稳定在 {double} m")
    public void settles(double depth) {
        throw new NotReachedException(
                new Text("信号 depth 未能在 5 s 内稳定在 %s m", "signal depth did not settle at %s m within 5 s").with(depth));
    }

    /** A defect of the harness. */
    @假如("装置有缺陷")
    public void defect() {
        throw new IllegalArgumentException("a defect of pass-9431");
    }

    /** Waits in virtual time. */
    @当("观察 {int} s")
    public void observe(int seconds) {
        Session session = current().session();
        long from = session.now();
        session.timeline().awaitTime(from + seconds * 1_000_000_000L);
        current().observed(new Window(from, session.now(), false), from);
    }

    /** 95th percentile. */
    @当("测量 {string}：深度偏离 {double} m")
    public void deviation(String limit, double setPoint) {
        Window window = current().window().orElseThrow();
        current()
                .measured(
                        limit,
                        Percentile.ofDeviation(
                                new Traces(current().session()).of("depth", window),
                                new Quantity(setPoint, SimulatedBench.M),
                                95));
    }

    /** Largest value. */
    @当("测量 {string}：深度的最大值")
    public void maximum(String limit) {
        Window window = current().window().orElseThrow();
        current().measured(limit, Extreme.maximum(new Traces(current().session()).of("depth", window)));
    }

    /** Time from a command to a state. */
    @当("测量 {string}：停止的反应时间")
    public void reaction(String limit) {
        Session session = current().session();
        long start = session.send("stop", Map.of());
        Sample seen = session.timeline()
                .await("mode", start, sample -> sample.value().is("stopped", Unit.ONE), start + 3_000_000_000L)
                .orElseThrow();
        List<Sample> before = session.timeline().samples("mode", start, seen.time() - 1);
        current()
                .measured(
                        limit,
                        Timing.UNDISTURBED.reaction(
                                new Text("停止的反应时间", "reaction time of stopping"),
                                "mode",
                                start,
                                seen.time(),
                                before.get(before.size() - 1).time()));
    }

    /** Judges. */
    @那么("{string} 应符合限值")
    public void judge(String limit) {
        Session session = current().session();
        Requirement requirement = session.standard().requirementOfLimit(limit).orElseThrow();
        current()
                .judged(judge.judge(
                        session.now(),
                        requirement,
                        requirement.limits().get(limit),
                        current().measurement(limit).orElse(null)));
    }
}
