package org.plumbline.steps;

import java.util.List;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Trace;
import org.plumbline.run.Doubts;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Session;
import org.plumbline.run.Traces;
import org.plumbline.run.Trial;
import org.plumbline.run.Window;
import org.plumbline.text.Text;
import org.plumbline.timeline.Samples;

/** What steps that measure take from the trial, and where they put what they measured. */
final class Measuring {

    private final TrialHolder holder;

    Measuring(TrialHolder holder) {
        this.holder = holder;
    }

    Trial trial() {
        return holder.trial();
    }

    Session session() {
        return trial().session();
    }

    /** When a command was sent last, ns. */
    long sent(String command) {
        return session()
                .timeline()
                .lastCommand(command)
                .orElseThrow(() ->
                        new NotReachedException(new Text("命令 %s 尚未发送", "command %s has not been sent").with(command)))
                .time();
    }

    /** One value an arrival: the mean over the second half of each stay. */
    List<Trace> attained(String place, List<String> signals) {
        return Arrivals.at(trial(), place, signals);
    }

    /** The numbers of a signal in the stretch that was observed last. */
    Trace trace(String signal) {
        Names.signal(session().bench(), signal);
        return new Traces(session()).of(signal, window());
    }

    Samples samples(String signal) {
        Names.signal(session().bench(), signal);
        Window window = window();
        return session().timeline().samples(signal, window.from(), window.to());
    }

    /** What was observed before the device was brought elsewhere is not what the scenario measures now. */
    Window window() {
        Window window = trial().window()
                .orElseThrow(() -> new NotReachedException(
                        new Text("场景在测量前没有观察步骤", "the scenario measures before it has observed anything")));
        if (session().lastAct() >= window.to()) {
            throw new NotReachedException(new Text(
                    "观察之后设备状态已被改变，须重新观察再测量",
                    "the device's state was changed after the observation: observe again before measuring"));
        }
        return window;
    }

    void keep(String limit, Measurement measurement) {
        trial().measured(limit, new Doubts(session()).weigh(measurement, trial().window()));
    }

    /** For counts of faulty frames. */
    void keepFaults(String limit, Measurement measurement) {
        trial().measured(limit, new Doubts(session()).weighFaults(measurement, trial().window()));
    }

    /** For measurements of when samples came. */
    void keepTiming(String limit, Measurement measurement) {
        trial().measured(limit, new Doubts(session()).weighTiming(measurement, trial().window()));
    }
}
