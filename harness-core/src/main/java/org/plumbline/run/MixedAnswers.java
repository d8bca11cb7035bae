package org.plumbline.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.LateAnswer;
import org.plumbline.channel.Mistakable;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.FrameFault;
import org.plumbline.timeline.Samples;
import org.plumbline.timeline.Timeline;

/**
 * Answers that may be those to other questions than they were taken for: a number without a label that comes later than it is waited
 * for may be taken for the answer to the next question, and that for the one to the question after it, until an answer was
 * followed by quiet. Where nothing came, nothing was mixed up.
 */
final class MixedAnswers {

    private static final double NANOS = 1e-9;

    /** As a rule answers are again those to their questions after so many times the quiet that shows it. */
    private static final long SETTLED_SOON = 16;

    private static final Text MISSED = new Text(
            "通道 %s 上有询问未按时得到应答（%s），此后的应答可能属于它",
            "on channel %s a question was not answered in time (%s), and what came after it may be its answer");

    private static final Text NOT_JUDGED = new Text("，不能据此判定", ": not judged");

    private static final Text AT_LEAST =
            new Text("；能确定的只是没有任何应答的时间", "; what is sure is only for how long no answer came at all");

    private static final Text ADVICE = new Text(
            "；请查明应答为何丢失，或加大等待应答的时间（poll-timeout、response-timeout）",
            "; find out why answers are lost, or make the time-out longer (poll-timeout, response-timeout)");

    private final Session session;
    private final Timeline timeline;

    /** Those on that session's timeline. */
    MixedAnswers(Session session) {
        this.session = session;
        this.timeline = session.timeline();
    }

    /** Why a signal's samples in a stretch may not be its own; empty where they are. */
    Optional<Text> doubt(SignalSpec signal, Window stretch) {
        return session.mistakable(signal)
                .flatMap(mistakable -> missed(signal, mistakable, stretch))
                .map(missed -> missed.and(NOT_JUDGED).and(ADVICE));
    }

    /**
     * What is left of a measurement of how long something did not come, where samples may not be the signal's own: a device of which
     * nothing came although it was asked did not answer, whichever answer is whose. Doubted where that says nothing.
     *
     * @param to until when what came is known, in nanoseconds since the run's start
     * @return empty where the samples are the signal's own
     */
    Optional<Measurement> least(Measurement measurement, SignalSpec signal, Window stretch, long to) {
        return session.mistakable(signal)
                .flatMap(mistakable -> missed(signal, mistakable, stretch).map(missed -> {
                    double bound = Unit.S.convert(
                            unanswered(signal, mistakable, stretch.from(), to) * NANOS, measurement.unit());
                    return bound > 0
                            ? measurement.asLeast(bound, missed.and(AT_LEAST).and(ADVICE))
                            : measurement.doubted(missed.and(NOT_JUDGED).and(ADVICE));
                }));
    }

    private Optional<Text> missed(SignalSpec signal, Mistakable mistakable, Window stretch) {
        List<FrameFault> missed = missed(signal, mistakable, 0, stretch.to()).toList();
        Optional<FrameFault> before = missed.stream()
                .filter(fault -> fault.time() < stretch.from())
                .reduce((earlier, later) -> later)
                .filter(fault -> !settled(signal, mistakable, fault.time(), stretch.from()));
        return before.or(() -> missed.stream()
                        .filter(fault -> fault.time() >= stretch.from())
                        .findFirst())
                .filter(fault -> answers(signal, mistakable, fault.time(), stretch.to())
                        .findAny()
                        .isPresent())
                .map(fault -> MISSED.with(signal.channel(), fault.detail()));
    }

    private Stream<FrameFault> missed(SignalSpec signal, Mistakable mistakable, long from, long to) {
        return timeline.faults(signal.channel(), from, to).stream()
                .filter(fault -> mistakable.missed().test(fault.kind(), fault.detail()));
    }

    /** Looks at a short time first: as a rule it is settled soon. */
    private boolean settled(SignalSpec signal, Mistakable mistakable, long from, long to) {
        for (long span = SETTLED_SOON * mistakable.quiet(); ; span *= SETTLED_SOON) {
            long end = Math.min(from + span, to);
            if (quietCame(signal, mistakable, from, end)) {
                return true;
            }
            if (end == to) {
                return false;
            }
        }
    }

    private boolean quietCame(SignalSpec signal, Mistakable mistakable, long from, long to) {
        long[] all = heard(signal, mistakable, mistakable.heard(), from, to);
        return answers(signal, mistakable, from, to).anyMatch(answer -> {
            int next = Arrays.binarySearch(all, answer + 1);
            int after = next < 0 ? -next - 1 : next;
            return (after < all.length ? all[after] : to) - answer >= mistakable.quiet();
        });
    }

    /**
     * The longest time between two signs of an answer in which a question was missed, without that for which a late answer may keep
     * others from being asked, in nanoseconds; 0 or less where there is none. Each answer is a sample of one of the questions
     * that are alike, or a fault. What came while nobody read has the time at which it was read.
     */
    private long unanswered(SignalSpec signal, Mistakable mistakable, long from, long to) {
        long[] ends = LongStream.concat(
                        LongStream.of(heard(signal, mistakable, Questions::mayBeLate, from, to)), LongStream.of(to))
                .toArray();
        long longest = 0;
        long since = from;
        for (long end : ends) {
            long span = end - since - timeline.lateness(end) - LateAnswer.longest(mistakable.quiet());
            if (span > longest
                    && missed(signal, mistakable, since + 1, end).findAny().isPresent()) {
                longest = span;
            }
            since = end;
        }
        return longest;
    }

    /** When something came that may be an answer, in order; of faults those of some kinds. */
    private long[] heard(SignalSpec signal, Mistakable mistakable, Predicate<FrameError> faults, long from, long to) {
        return LongStream.concat(
                        answers(signal, mistakable, from, to),
                        timeline.faults(signal.channel(), from, to).stream()
                                .filter(fault -> faults.test(fault.kind()))
                                .mapToLong(FrameFault::time))
                .sorted()
                .toArray();
    }

    /** When answers came: what is missed is so before what comes at the same time. */
    private LongStream answers(SignalSpec signal, Mistakable mistakable, long from, long to) {
        return session.bench().signals().stream()
                .filter(other -> other.channel().equals(signal.channel())
                        && mistakable.answers().test(other))
                .flatMapToLong(other -> {
                    Samples samples = timeline.samples(other.name(), from, to);
                    return IntStream.range(0, samples.size()).mapToLong(samples::time);
                });
    }
}
