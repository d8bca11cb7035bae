package org.plumbline.steps;

import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.bench.SignalSpec;
import org.plumbline.measure.Measurement;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Session;
import org.plumbline.run.Trial;
import org.plumbline.run.Unheard;
import org.plumbline.run.Waiting;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Sample;

/** Measures the time from a command to an event: a single sample counts, whatever was there before. */
final class EventReaction {

    private final Trial trial;
    private final Session session;
    private final String signal;

    EventReaction(Trial trial, String signal) {
        this.trial = trial;
        this.session = trial.session();
        this.signal = signal;
    }

    Measurement measure(String command, String value, long start, long within) {
        Text quantity = new Text("从命令 %s 到信号 %s 出现“%s”的时间", "time from command %s to the event \"%3$s\" of signal %2$s")
                .with(command, signal, value);
        SignalSpec spec = session.bench().signal(signal).orElseThrow();
        Waiting waiting = new Waiting(trial);
        Optional<Sample> event =
                waiting.first(signal, start + 1, sample -> sample.value().is(value, spec.unit()), start + within);
        session.requireFile(signal);
        if (event.isEmpty()) {
            new Unheard(session).require(command, start);
            return session.timing(signal).noReaction(quantity, signal, start, heard(start, start + within), 1);
        }
        long seen = event.get().time();
        waiting.knowsWhatHeldUp(seen);
        return session.timing(signal).reaction(quantity, signal, start, seen, seen);
    }

    /**
     * Until when the event would have come: to the end where all that a device says is heard which has been there, else when
     * something came last on the same channel.
     */
    private long heard(long from, long to) {
        if (last(0, from).isPresent() && session.hearsAll(signal, from, to)) {
            return to;
        }
        return last(from, to)
                .orElseThrow(() -> new NotReachedException(new Text(
                                "信号 %s 所在的通道没有任何数据，无法证明未发生",
                                "nothing came on the channel of signal %s: no proof that the event did not happen")
                        .with(signal)));
    }

    private OptionalLong last(long from, long to) {
        String channel = session.bench().signal(signal).orElseThrow().channel();
        return session.bench().signals().stream()
                .filter(each -> each.channel().equals(channel))
                .map(each -> session.timeline().samples(each.name(), from, to))
                .filter(samples -> !samples.isEmpty())
                .mapToLong(samples -> samples.time(samples.size() - 1))
                .max();
    }
}
