package org.plumbline.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import io.cucumber.java.zh_cn.当;
import java.util.function.DoubleFunction;
import org.plumbline.contact.ContactKind;
import org.plumbline.measure.ContactPeak;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.SafeguardDistance;
import org.plumbline.measure.SeparationMargin;
import org.plumbline.quantity.Quantity;
import org.plumbline.separation.MinimumDistance;

/** Steps that measure contact between robot and person, and what keeps them apart. Called by Cucumber. */
public final class SeparationSteps {

    private final Measuring measuring;

    /** Steps for the holder's trial. */
    public SeparationSteps(TrialHolder holder) {
        this.measuring = new Measuring(holder);
    }

    @当("测量 {string}：信号 {string} 的{contact-kind}接触峰值，超过 {quantity} 为接触开始")
    @When("{string} is measured: peak of signal {string} in {contact-kind} contact, which begins above {quantity}")
    public void contact(String limit, String signal, ContactKind kind, Quantity begins) {
        measuring.keep(limit, () -> ContactPeak.of(measuring.trace(signal), kind, begins));
    }

    @当("测量 {string}：间距 {string} 相对保护间距的最小余量，机器人接近速度为 {string}")
    @When(
            "{string} is measured: least margin of distance {string} over the protective separation distance, the robot approaching with {string}")
    @Below(Below.Kind.TERMS)
    public void margin(String limit, String distance, String speed, DataTable terms) {
        measuring.keep(
                limit,
                () -> SeparationMargin.least(
                        measuring.trace(distance),
                        measuring.trace(speed),
                        new Terms(measuring.trial(), terms).separation(),
                        measuring.session().timingWithin(distance, speed)));
    }

    @当("测量 {string}：{safeguard}的最小距离，按从命令 {string} 到信号 {string} 低于 {quantity} 的时间，最长等待 {quantity}")
    @When(
            "{string} is measured: minimum distance of a {safeguard} by the time from command {string} until signal {string} is below {quantity}, waiting at most {quantity}")
    @Below(Below.Kind.TERMS)
    @Effect(Effect.Kind.WAITS)
    public void minimumDistance(
            String limit,
            Safeguard safeguard,
            String command,
            String signal,
            Quantity threshold,
            Quantity within,
            DataTable table) {
        Terms terms = new Terms(measuring.trial(), table);
        DoubleFunction<MinimumDistance> formula = terms.minimum(safeguard);
        measuring.keepTiming(limit, () -> {
            Measurement time = measuring.crossing(command, signal, ParameterTypes.Comparison.BELOW, threshold, within);
            return SafeguardDistance.of(time, terms.of(Term.RESPONSE_TIME), formula);
        });
    }
}
