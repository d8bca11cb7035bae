package org.plumbline.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.cucumber.java.zh_cn.假如;
import io.cucumber.java.zh_cn.当;
import java.util.Map;
import org.plumbline.quantity.Quantity;
import org.plumbline.run.Waiting;

/** Steps that bring the device somewhere and watch it. Called by Cucumber. */
public final class DriveSteps {

    private final TrialHolder holder;

    /** Steps for the holder's trial. */
    public DriveSteps(TrialHolder holder) {
        this.holder = holder;
    }

    @假如("信号 {string} 有数据，最长等待 {quantity}")
    @Given("signal {string} arrives, waiting at most {quantity}")
    @Effect(Effect.Kind.WAITS)
    public void arrives(String signal, Quantity within) {
        waitingFor(signal).arrives(signal, within.nanos());
    }

    @当("发送命令 {string}")
    @When("command {string} is sent")
    @Effect(Effect.Kind.SENDS)
    public void send(String command) {
        send(command, Map.of());
    }

    @当("发送命令 {string}，其中 {string} 为 {string}")
    @When("command {string} is sent with {string} = {string}")
    @Effect(Effect.Kind.SENDS)
    public void send(String command, String parameter, String value) {
        send(command, Map.of(parameter, Parameters.value(holder.trial(), value)));
    }

    @假如("每隔 {quantity} 发送命令 {string}")
    @Given("every {quantity} command {string} is sent")
    @Effect(Effect.Kind.REPEATS)
    public void repeat(Quantity period, String command) {
        Names.command(holder.trial().session().bench(), command);
        holder.trial().session().repeat(command, period.nanos());
    }

    @当("停止发送命令 {string}")
    @When("command {string} is no longer sent")
    @Effect(Effect.Kind.STOPS)
    public void stopRepeating(String command) {
        Names.command(holder.trial().session().bench(), command);
        holder.trial().session().stopRepeating(command);
    }

    @假如("信号 {string} 变为 {string}，最长等待 {quantity}")
    @Given("signal {string} becomes {string}, waiting at most {quantity}")
    @Effect(Effect.Kind.REACHES)
    public void becomes(String signal, String value, Quantity within) {
        waitingFor(signal).becomes(signal, value, within.nanos());
    }

    @假如("信号 {string} 保持在 {quantity} ± {quantity} 内 {quantity}，最长等待 {quantity}")
    @Given("signal {string} stays at {quantity} ± {quantity} for {quantity}, waiting at most {quantity}")
    @Effect(Effect.Kind.STAYS)
    public void stays(String signal, Quantity target, Quantity band, Quantity lasting, Quantity within) {
        waitingFor(signal).stays(signal, target, band, lasting.nanos(), within.nanos());
    }

    @当("观察 {quantity}")
    @When("observed for {quantity}")
    @Effect(Effect.Kind.OBSERVES)
    public void observe(Quantity duration) {
        new Waiting(holder.trial()).observe(duration.nanos());
    }

    @当("循环 {int} 次，每步最长等待 {quantity}")
    @When("{int} cycles are run, waiting at most {quantity} at each step")
    @Effect(Effect.Kind.CYCLES)
    @Below(Below.Kind.CYCLE)
    public void cycle(int times, Quantity within, DataTable table) {
        new Cycle(holder.trial(), CycleStep.of(table), within.nanos()).run(times);
    }

    private void send(String command, Map<String, String> parameters) {
        Names.command(holder.trial().session().bench(), command);
        holder.trial().session().send(command, parameters);
    }

    private Waiting waitingFor(String signal) {
        Names.signal(holder.trial().session().bench(), signal);
        return new Waiting(holder.trial());
    }
}
