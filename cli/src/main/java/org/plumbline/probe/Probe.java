package org.plumbline.probe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.IdentityReport;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.error.BenchException;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Ages;
import org.plumbline.standard.Completeness;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;

/**
 * Listens to every channel of a bench and says what arrives; where something does not, why. Sends only what the device is
 * asked by its polling plans, what channels send when they are opened, and who it is: nothing else that changes its state.
 */
public final class Probe {

    private final Bench bench;
    private final Adapters adapters;
    private final Clock clock;
    private final Completeness required;
    private final Consumer<Text> progress;
    private final Set<String> alone;

    /**
     * @param required by the measure of which a run would judge
     * @param progress is told what is being done now
     */
    public Probe(Bench bench, Adapters adapters, Clock clock, Completeness required, Consumer<Text> progress) {
        this(bench, adapters, clock, required, progress, Set.of());
    }

    /**
     * @param required by the measure of which a run would judge
     * @param progress is told what is being done now
     * @param alone channels whose device is alone on its line: what they send may be sent at other baud rates, too
     */
    public Probe(
            Bench bench,
            Adapters adapters,
            Clock clock,
            Completeness required,
            Consumer<Text> progress,
            Set<String> alone) {
        this.bench = bench;
        this.adapters = adapters;
        this.clock = clock;
        this.required = required;
        this.progress = progress;
        this.alone = alone;
    }

    /**
     * Listens, then asks the device who it is. What looks wrong is tried otherwise after that.
     *
     * @param duration how long to listen, in nanoseconds
     */
    public Probed listen(long duration) {
        Map<ChannelSpec, Text> refused = new LinkedHashMap<>();
        Map<ChannelSpec, Listening> open = new LinkedHashMap<>();
        try {
            for (ChannelSpec channel : bench.channels()) {
                if (channel.comesAsFile()) {
                    continue;
                }
                progress.accept(new Text("正在打开通道 %s …", "opening channel %s ...").with(channel.name()));
                try {
                    open.put(channel, Listening.to(channel, bench, adapters, clock));
                } catch (BenchException e) {
                    refused.put(channel, e.words());
                }
            }
            open.values().forEach(Listening::allStand);
            progress.accept(new Text("监听 %s s …", "listening for %s s ...").with(duration / 1_000_000_000L));
            clock.await(() -> false, clock.now() + duration);
            open.forEach((channel, listening) -> listening.weigh(judged(channel), bench, required));
            List<IdentityFinding> identity = identity(open); // signals may come only as its answers
            long ended = clock.now();
            open.values().forEach(Listening::pause);
            Map<ChannelSpec, Heard> heard = new LinkedHashMap<>();
            open.forEach((channel, listening) -> heard.put(channel, listening.heard()));
            List<ChannelFinding> channels = bench.channels().stream()
                    .map(channel -> {
                        if (channel.comesAsFile()) {
                            return later(channel, ended);
                        }
                        return heard.containsKey(channel)
                                ? heard(channel, open.get(channel), heard.get(channel), ended)
                                : refused(channel, refused.get(channel), ended);
                    })
                    .toList();
            return new Probed(channels, identity);
        } finally {
            open.values().forEach(Listening::close);
        }
    }

    private List<IdentityFinding> identity(Map<ChannelSpec, Listening> open) {
        if (bench.device().reports().isEmpty()) {
            return List.of();
        }
        progress.accept(new Text("正在询问设备身份 …", "asking the device who it is ..."));
        IdentityQuestions questions =
                new IdentityQuestions(bench, clock, name -> bench.channel(name).map(open::get));
        return questions.ask();
    }

    private List<SignalSpec> signals(ChannelSpec channel) {
        return bench.signals().stream()
                .filter(signal -> signal.channel().equals(channel.name()))
                .toList();
    }

    /** What says who the device is may come once and no more, what comes with an event whenever there is one. */
    private List<SignalSpec> judged(ChannelSpec channel) {
        Set<String> identity = bench.device().reports().values().stream()
                .map(IdentityReport::signal)
                .collect(Collectors.toSet());
        return signals(channel).stream()
                .filter(signal ->
                        !identity.contains(signal.name()) && !signal.sampling().onEvent())
                .toList();
    }

    private ChannelFinding later(ChannelSpec channel, long ended) {
        List<Text> reasons = outdated(channel).stream().toList();
        State state = reasons.isEmpty() ? State.LATER : State.DOUBTFUL;
        return finding(channel, state, Optional.empty(), ended, reasons);
    }

    private ChannelFinding refused(ChannelSpec channel, Text why, long ended) {
        List<Text> reasons = new ArrayList<>(List.of(why));
        outdated(channel).ifPresent(reasons::add);
        return finding(channel, State.BROKEN, Optional.empty(), ended, reasons);
    }

    private ChannelFinding finding(
            ChannelSpec channel, State state, Optional<Heard> heard, long ended, List<Text> reasons) {
        return new ChannelFinding(
                channel,
                signals(channel),
                state,
                heard,
                ended,
                reasons.stream().map(this::redacted).toList());
    }

    private ChannelFinding heard(ChannelSpec channel, Listening listening, Heard heard, long ended) {
        List<Text> reasons = new ArrayList<>();
        List<SignalSpec> silent = signals(channel).stream()
                .filter(signal -> !heard.signals().containsKey(signal.name()))
                .toList();
        List<SignalSpec> missing =
                silent.stream().filter(signal -> !signal.sampling().onEvent()).toList();
        boolean wrong = heard.frames().count() == 0 || !heard.faults().isEmpty();
        boolean unreadable = heard.bytes() > 0 && heard.retained() == 0 && wrong && !listening.decodes();
        State state = State.READY;
        if (heard.lost().isPresent()) {
            state = State.BROKEN;
            reasons.add(lost(channel, listening, heard, heard.lost().get()));
        } else if (!listening.delivers() && (!missing.isEmpty() || unreadable && !silent.isEmpty())) {
            state = State.BROKEN;
            reasons.addAll(new Diagnosis(channel, bench, adapters, clock, progress, alone.contains(channel.name()))
                    .of(listening, heard));
        } else if (!missing.isEmpty()) {
            state = State.DOUBTFUL;
            reasons.add(missing(missing, heard));
            Unanswered.refused(heard).ifPresent(reasons::add);
        }
        boolean whole = state != State.BROKEN || heard.lost().isEmpty() && listening.decodes();
        Faulty faulty = new Faulty(channel, new Reread(channel, bench, adapters), heard);
        if (whole && faulty.isMoreThan(required.faultyFrames())) {
            state = state == State.READY ? State.DOUBTFUL : state;
            reasons.add(faulty.words());
        }
        List<Text> doubts = doubts(channel, listening, heard);
        reasons.addAll(doubts);
        boolean doubtful = state == State.READY && !doubts.isEmpty();
        return finding(channel, doubtful ? State.DOUBTFUL : state, Optional.of(heard), ended, reasons);
    }

    /** A serial server that has another client says so, or nothing, and closes the connection. */
    private static Text lost(ChannelSpec channel, Listening listening, Heard heard, Text cause) {
        Text lost = new Text("通道中断: ", "the channel was lost: ").and(cause);
        if (channel.transport().equals("tcp") && heard.bytes() == 0) {
            return lost.and(new Text(
                    "；此前没有发来一个字节: 端口可能已被别的客户端占用", "; not a byte came before that: another client may hold the port"));
        }
        return listening.decodes() ? lost : lost.and(Shown.last(heard));
    }

    /** With these a run judges nothing, or not all of it, however well the channel delivers. */
    private List<Text> doubts(ChannelSpec channel, Listening listening, Heard heard) {
        Optional<Text> back = heard.lost().isPresent() ? Optional.empty() : heard.broke();
        return Stream.of(
                        back.map(cause -> new Text("通道曾中断，后又恢复: ", "the channel was lost and came back: ").and(cause)),
                        heard.overrun(),
                        listening.unnamed().map(thrown -> new Text(
                                        "编解码 %s 在说明一帧属于哪一种（kind）时出错: %s（问题在编解码或提供它的插件，不在线路：请换用其他版本，或向其作者报告）",
                                        "codec %s failed when it was to name the kind of a frame: %s (the fault is the codec's, or its"
                                                + " plugin's, not the line's: use another version, or report it to its author)")
                                .with(channel.codec(), thrown)),
                        Unanswered.missed(channel, heard, required),
                        gaps(heard),
                        unmeasurable(channel, heard),
                        outdated(channel))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What has a unit is measured as a number; only of time stamps is the age measured, too, where they are texts. */
    private Optional<Text> unmeasurable(ChannelSpec channel, Heard heard) {
        return signals(channel).stream()
                .filter(signal -> !signal.unit().equals(Unit.ONE))
                .flatMap(signal -> Optional.ofNullable(heard.signals().get(signal.name()))
                        .flatMap(SignalSeen::noNumber)
                        .filter(value -> !signal.unit().isCommensurableWith(Unit.S) || !Ages.isTimeStamp(value))
                        .map(value -> new Text(
                                        "信号 %s 的单位是 %s，却收到“%s”，不是数值，不能据此判定；请使其读作数值，或去掉 unit",
                                        "signal %s has the unit %s, but \"%s\" came, which is not a number: not judged; have it read"
                                                + " as a number, or take unit out")
                                .with(signal.name(), signal.unit(), Shown.line(value.shown())))
                        .stream())
                .findFirst();
    }

    /** What an interruption of the channel tore is said with that. */
    private static Optional<Text> gaps(Heard heard) {
        if (heard.gaps().isEmpty() || heard.broke().isPresent()) {
            return Optional.empty();
        }
        int more = heard.gaps().size() - 1;
        Text others = more == 0 ? Text.same("") : new Text("；另有 %d 个信号也有中断", "; so have %d other signals").with(more);
        return Optional.of(heard.gaps()
                .get(0)
                .and(others)
                .and(new Text(
                        "；请检查其是否一直在发送，并按实际声明 interval",
                        "; check whether it keeps sending, and declare its interval as it is")));
    }

    private Optional<Text> outdated(ChannelSpec channel) {
        LocalDate today = bench.laboratory().day(Instant.ofEpochSecond(0, clock.utc()));
        return bench.instruments().stream()
                .filter(instrument -> instrument.name().equals(channel.owner()))
                .map(Instrument::calibration)
                .flatMap(Stream::ofNullable)
                .filter(calibration -> today.isAfter(calibration.due()))
                .map(calibration -> new Text(
                                "测量仪器 %s 的校准已于 %s 到期，其示值不能用于判定",
                                "the calibration of instrument %s was due on %s: what it measures is not judged by")
                        .with(channel.owner(), calibration.due()))
                .findFirst();
    }

    private static Text missing(List<SignalSpec> silent, Heard heard) {
        String names = String.join(", ", silent.stream().map(SignalSpec::name).toList());
        return new Text(
                        "通道有数据，但没有信号 %s: 设置有误，或只在命令、事件之后才有（后者请声明 on-event: true）",
                        "data arrives, but not of %s: wrong settings, or they come only after a command or an event (declare"
                                + " on-event: true then)")
                .with(names)
                .and(Shown.came(silent, heard));
    }

    private Text redacted(Text words) {
        return bench.secrets().redact(words);
    }
}
