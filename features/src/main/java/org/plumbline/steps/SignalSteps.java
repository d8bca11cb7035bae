package org.plumbline.steps;

import io.cucumber.java.en.When;
import io.cucumber.java.zh_cn.当;
import org.plumbline.measure.Roughness;
import org.plumbline.run.Traces;

/** Steps that measure the quality of a signal in the stretch that was observed. Called by Cucumber. */
public final class SignalSteps {

    private final Measuring measuring;

    /** Steps for the holder's trial. */
    public SignalSteps(TrialHolder holder) {
        this.measuring = new Measuring(holder);
    }

    @当("测量 {string}：信号 {string} 的噪声标准差")
    @When("{string} is measured: noise of signal {string} about its trend")
    public void noise(String limit, String signal) {
        measuring.keep(limit, () -> Roughness.noise(measuring.trace(signal)));
    }

    @当("测量 {string}：信号 {string} 的量化步长")
    @When("{string} is measured: quantisation step of signal {string}")
    public void step(String limit, String signal) {
        measuring.keep(limit, () -> Roughness.step(measuring.trace(signal)));
    }

    @当("测量 {string}：信号 {string} 的平均周期")
    @When("{string} is measured: mean period of signal {string}")
    public void meanPeriod(String limit, String signal) {
        measuring.keepTiming(limit, () -> measuring
                .session()
                .timingWithin(signal)
                .meanPeriod(signal, Traces.times(measuring.samples(signal))));
    }

    @当("测量 {string}：信号 {string} 的周期抖动")
    @When("{string} is measured: jitter of the period of signal {string}")
    public void jitter(String limit, String signal) {
        measuring.keepTiming(
                limit,
                () -> measuring.session().timingWithin(signal).jitter(signal, Traces.times(measuring.samples(signal))));
    }
}
