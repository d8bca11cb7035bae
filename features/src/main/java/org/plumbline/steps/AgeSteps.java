package org.plumbline.steps;

import io.cucumber.java.en.When;
import io.cucumber.java.zh_cn.当;
import java.util.Optional;
import org.plumbline.measure.Measurement;
import org.plumbline.run.Ages;
import org.plumbline.run.Doubts;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Session;
import org.plumbline.run.Trial;
import org.plumbline.run.Window;
import org.plumbline.text.Text;

/** Steps that compare the device's own time stamps with UTC. Called by Cucumber. */
public final class AgeSteps {

    private final TrialHolder holder;

    /** Steps for the holder's trial. */
    public AgeSteps(TrialHolder holder) {
        this.holder = holder;
    }

    @当("测量 {string}：按 UTC 时间戳信号 {string} 的最大数据龄期")
    @When("{string} is measured: largest age of data by their UTC time stamp in signal {string}")
    public void oldest(String limit, String signal) {
        Trial trial = holder.trial();
        Session session = trial.session();
        Names.signal(session.bench(), signal);
        Optional<Window> window = trial.window();
        Measurement age = new Ages(session)
                .oldest(
                        signal,
                        window.filter(seen -> session.lastAct() < seen.to())
                                .orElseThrow(
                                        () -> new NotReachedException(
                                                new Text(
                                                        "测量数据龄期前没有观察步骤，或观察之后设备状态已被改变",
                                                        "nothing was observed before the age of data is measured, or the device's state was changed since"))));
        trial.measured(limit, new Doubts(session).weighWallClock(age, window));
    }
}
