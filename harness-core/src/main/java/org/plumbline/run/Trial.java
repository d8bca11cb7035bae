package org.plumbline.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Measurement;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Timeline;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** One scenario while it is executed. Its verdict can only get worse. */
public final class Trial {

    private final Session session;
    private final ScenarioPlan scenario;
    private final String id;
    private final int attempt;
    private final long from;
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final Map<String, Text> awaited = new LinkedHashMap<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final List<StepResult> steps = new ArrayList<>();
    private Verdict verdict;
    private @Nullable Text reason;
    private long stepFrom;
    private int judgedBeforeStep;
    private boolean finished = true;
    private @Nullable Window window;
    private long since;
    private long roundFrom;
    private long established;
    private final List<Visit> visits = new ArrayList<>();

    Trial(Session session, ScenarioPlan scenario, String id, int attempt) {
        this.session = session;
        this.scenario = scenario;
        this.id = id;
        this.attempt = attempt;
        this.verdict = scenario.applies() ? Verdict.NONE : Verdict.NOT_APPLICABLE;
        this.from = noteBoundary("", true);
        session.timeline().append(new Observation.TrialBegun(from, id, scenario.id(), attempt));
    }

    /** The scenario. */
    public ScenarioPlan scenario() {
        return scenario;
    }

    /** The session that it runs in. */
    public Session session() {
        return session;
    }

    /** When it began, in nanoseconds since the run's start. */
    public long from() {
        return from;
    }

    /** Which attempt at the scenario this is, from 1. */
    public int attempt() {
        return attempt;
    }

    /** The judgements so far. */
    public List<Judgement> judgements() {
        return List.copyOf(judgements);
    }

    /** Its verdict so far. */
    public Verdict verdict() {
        return verdict;
    }

    /** The stretch that was observed last; empty before the first observation. */
    public Optional<Window> window() {
        return Optional.ofNullable(window);
    }

    /**
     * Notes the stretch that measurements from here on use.
     *
     * @param unasked since when the device's state had not been changed, nor this trial had sent it anything but repetitions, ns
     *     since the run's start
     */
    public void observed(Window stretch, long unasked) {
        window = stretch;
        since = Math.max(unasked, roundFrom);
    }

    /**
     * Since when, in nanoseconds since the run's start, an event still counts: before the stretch that was observed last the
     * device's state was not changed since, nor did the round begin or this trial send a command, be it a query, to which an
     * event of earlier would be no answer.
     */
    public long since() {
        return since;
    }

    /** Nothing counts that an earlier attempt could have judged. */
    void inRound(long from) {
        roundFrom = from;
        established(from);
    }

    /** Notes that the device was in the state that the scenario asks for from then on. */
    public void established(long time) {
        established = Math.max(established, time);
    }

    /** Since when, in nanoseconds since the run's start; 0 where the scenario asked for nothing. */
    public long established() {
        return established;
    }

    /** Notes an arrival. */
    public void visited(Visit visit) {
        visits.add(visit);
    }

    /** The arrivals, in order. */
    public List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** Keeps a measurement for the judgement of that limit. */
    public void measured(String limit, Measurement measurement) {
        measurements.put(limit, measurement);
        awaited.remove(limit);
    }

    /** Notes why the measurement for a limit cannot be taken yet; the scenario goes on. */
    public void awaits(String limit, Text why) {
        measurements.remove(limit);
        awaited.put(limit, why);
    }

    /** Why the measurement for a limit cannot be taken yet. */
    public Optional<Text> awaited(String limit) {
        return Optional.ofNullable(awaited.get(limit));
    }

    /** The measurement taken for a limit. */
    public Optional<Measurement> measurement(String limit) {
        return Optional.ofNullable(measurements.get(limit));
    }

    /** The measurements taken so far. */
    List<Measurement> measurements() {
        return List.copyOf(measurements.values());
    }

    /** Adds a judgement; the verdict becomes the worse of the two. */
    public void judged(Judgement judgement) {
        judgements.add(judgement);
        worsen(judgement.verdict(), judgement.reason());
        session.timeline().append(new Observation.Judged(judgement.time(), id, judgement));
    }

    /** Makes the verdict the worse of the two; the reason is kept where it did get worse. */
    public void worsen(Verdict other, Text why) {
        Verdict worse = verdict.worse(other);
        if (worse != verdict && worse != Verdict.PASS) {
            reason = why;
        }
        verdict = worse;
    }

    /** Its run ends, or the recording that it is judged from, before it does. */
    public void unfinished() {
        finished = false;
    }

    /** A step begins. */
    public void stepBegins(String text) {
        judgedBeforeStep = judgements.size();
        stepFrom = noteBoundary(text, true);
    }

    /**
     * A step ended.
     *
     * @param failure what ended it: the verdict is at least this
     * @param why null where it went well
     */
    public StepResult stepEnds(
            String keyword, String text, int line, boolean reached, Verdict failure, @Nullable Text why) {
        long to = reached ? noteBoundary(text, false) : session.now();
        Verdict stepVerdict = failure;
        Text stepReason = why;
        for (Judgement judgement : judgements.subList(judgedBeforeStep, judgements.size())) {
            if (judgement.verdict() != Verdict.PASS && judgement.verdict().compareTo(stepVerdict) > 0) {
                stepReason = judgement.reason();
            }
            stepVerdict = stepVerdict.worse(judgement.verdict());
        }
        if (why != null) {
            worsen(failure, why);
        }
        judgedBeforeStep = judgements.size();
        StepResult step =
                new StepResult(keyword, text, line, stepVerdict, reached, stepReason, reached ? stepFrom : to, to);
        steps.add(step);
        return step;
    }

    /** The trial ended. */
    public TrialResult ends() {
        session.settle();
        long to = noteBoundary("", false);
        session.timeline().append(new Observation.TrialEnded(to, id, verdict, reason));
        return new TrialResult(
                id,
                attempt,
                scenario,
                verdict,
                reason,
                from,
                to,
                List.copyOf(steps),
                List.copyOf(judgements),
                finished);
    }

    /** @return its time; in a replay that of the recording */
    private long noteBoundary(String step, boolean begins) {
        Timeline timeline = session.timeline();
        return timeline.note(new Observation.Boundary(timeline.clock().now(), id, scenario.key(), step, begins))
                .time();
    }
}
