package org.plumbline.run;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plumbline.bench.SignalSpec;
import org.plumbline.measure.Measurement;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Samples;
import org.plumbline.timeline.Timeline;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/**
 * Commands that the device refused or did not answer, where the protocol has answers: what was to be tried out did not happen, or
 * nobody knows, and neither a pass nor a fail shows anything.
 */
public final class Declined {

    private static final Text NOT_ACCEPTED =
            new Text("设备未接受命令 %s（%s），不能据此判定", "command %s was not accepted by the device (%s): not judged");

    private static final Text NOT_ANSWERED = new Text(
            "设备未接受通道 %s 的询问（poll: %s；%s），不能据此判定",
            "what channel %s asks by itself (poll: %s) was not accepted by the device (%s): not judged");

    private final Session session;
    private final Timeline timeline;

    /** Those on that session's timeline. */
    public Declined(Session session) {
        this.session = session;
        this.timeline = session.timeline();
    }

    /**
     * The judgement; inconclusive where a command was declined before what was measured had ended, unless its trial has measured
     * the refusal itself.
     */
    public Judgement weigh(Judgement judgement, Trial trial) {
        Measurement measurement = judgement.measurement();
        boolean shows = judgement.verdict() == Verdict.PASS || judgement.verdict() == Verdict.FAIL;
        return shows && measurement != null
                ? first(trial.from(), measurement.to(), event -> trial.measurements().stream()
                                .noneMatch(taken -> isMeasured(event, taken)))
                        .map(judgement::doubted)
                        .orElse(judgement)
                : judgement;
    }

    /** Whether a sample of what was measured came with the refusal. */
    private boolean isMeasured(ChannelEvent event, Measurement taken) {
        long from = Math.max(event.since() + 1, taken.from());
        long to = Math.min(event.time(), taken.to());
        return taken.signals().stream()
                .flatMap(signal -> session.bench().signal(signal).stream())
                .filter(signal -> signal.channel().equals(event.channel()))
                .anyMatch(signal -> cameWith(event, signal, timeline.samples(signal.name(), from, to)));
    }

    /**
     * The refusal is noted when its frame has come, and before the next one does. Of several frames that were read at once any may be
     * the refusal: then what also comes without one is none of it.
     */
    private boolean cameWith(ChannelEvent refusal, SignalSpec signal, Samples samples) {
        if (samples.isEmpty()) {
            return false;
        }
        long came = samples.time(samples.size() - 1);
        long all = timeline.received(refusal.channel(), came, refusal.time()).all();
        long atOnce = timeline.received(refusal.channel(), came, came).all();
        return all == atOnce && (atOnce <= 1 || signal.sampling().onEvent());
    }

    /**
     * What is said of the first that was sent between two times, both included.
     *
     * @param from nanoseconds since the run's start
     */
    Optional<Text> words(long from, long to) {
        return first(from, to, event -> true);
    }

    private Optional<Text> first(long from, long to, Predicate<ChannelEvent> counts) {
        return timeline.events(from, Long.MAX_VALUE).stream()
                .filter(event -> event.kind() == ChannelEvent.Kind.DECLINED)
                .filter(event -> event.since() >= from && event.since() <= to)
                .filter(counts)
                .findFirst()
                .map(this::words);
    }

    /** What a channel asks by its plan is no command of a step. */
    private Text words(ChannelEvent event) {
        String names = names(event);
        return names.isEmpty()
                ? NOT_ANSWERED.with(
                        event.channel(),
                        String.join(
                                ", ",
                                session.bench()
                                        .channel(event.channel())
                                        .orElseThrow()
                                        .poll()),
                        event.detail())
                : NOT_ACCEPTED.with(names, event.detail());
    }

    private String names(ChannelEvent event) {
        return timeline.commands(event.since(), event.since()).stream()
                .map(CommandSent::command)
                .filter(name -> session.bench()
                        .command(name)
                        .filter(command -> command.channel().equals(event.channel()))
                        .isPresent())
                .collect(Collectors.joining(", "));
    }
}
