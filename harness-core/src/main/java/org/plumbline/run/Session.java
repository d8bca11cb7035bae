package org.plumbline.run;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.alignment.AlignedFile;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.CommandEncoder;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Mistakable;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Transport;
import org.plumbline.error.BenchException;
import org.plumbline.error.HarnessException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.measure.Alignment;
import org.plumbline.measure.Timing;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.Command;
import org.plumbline.timeline.Observation.CommandFailed;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Replay;
import org.plumbline.timeline.Timeline;
import org.plumbline.timeline.VirtualClock;

/** An open bench: channels that feed the timeline, and commands. One thread drives it. */
public final class Session implements AutoCloseable {

    private static final long COMING_BACK = 60_000_000_000L;

    private static final Text NOT_SENT = new Text(
            "设备的安全状态命令未能发出，设备可能仍在运动: %s", "the device's safe-state command did not go out, it may still be moving: %s");

    private static final Text NOT_ACCEPTED = new Text(
            "设备的安全状态命令已发出，但设备未接受（%s），设备可能仍在运动",
            "the device's safe-state command went out but was not accepted (%s), it may still be moving");
    private static final Text IN_DOUBT = new Text(
            "设备的安全状态命令已发出，但%s，设备可能仍在运动", "the device's safe-state command went out, but %s, it may still be moving");

    private final Standard standard;
    private final Bench bench;
    private final Adapters adapters;
    private final Timeline timeline;
    private final long patience;
    private final Map<String, ChannelPump> pumps = new LinkedHashMap<>();
    private final Map<String, CommandEncoder> encoders = new LinkedHashMap<>();
    private final Map<String, Repetition> repeating = new ConcurrentHashMap<>();

    private @Nullable Pulse pulse;
    private List<ChannelEvent> waitedFor = List.of();
    private Characterisation characterisation = Characterisation.NONE;
    private long stood;
    private long sent = -1;
    private volatile boolean interrupted;
    private volatile @Nullable Text safeStateProblem;
    private volatile @Nullable HarnessException stopped;

    private Session(Standard standard, Bench bench, Adapters adapters, Timeline timeline, long patience) {
        this.standard = standard;
        this.bench = bench;
        this.adapters = adapters;
        this.timeline = timeline;
        this.patience = patience;
    }

    /**
     * Opens every channel of the bench. What is observed later begins no earlier than all of them stand.
     *
     * @param recorder gets every observation in order
     * @throws BenchException where one cannot be opened; those that were opened are closed again
     */
    public static Session open(
            Standard standard,
            Bench bench,
            Adapters adapters,
            Wiring wiring,
            Clock clock,
            Consumer<Observation> recorder) {
        return open(standard, bench, adapters, wiring, clock, recorder, DecoderTurn.PATIENCE);
    }

    /** @param patience with decoders and encoders that do not return, in nanoseconds */
    static Session open(
            Standard standard,
            Bench bench,
            Adapters adapters,
            Wiring wiring,
            Clock clock,
            Consumer<Observation> recorder,
            long patience) {
        Session session = new Session(standard, bench, adapters, new Timeline(clock, recorder), patience);
        session.timeline.actsOnNetwork(networkActs(bench, adapters));
        try {
            for (ChannelSpec channel : bench.channels()) {
                if (!channel.comesAsFile()) {
                    session.open(channel, adapters, wiring);
                }
            }
            session.timeline.beforeMarks(session::look);
            if (clock instanceof LiveClock) {
                session.pulse =
                        new Pulse(session.timeline, () -> session.pumps.values().forEach(ChannelPump::watch));
            } else {
                session.timeline.append(new Observation.WallClock(clock.now(), clock.utc()));
            }
            session.pumps.values().forEach(ChannelPump::begin);
            session.stands();
            session.pumps.values().forEach(ChannelPump::allStand);
        } catch (RuntimeException e) {
            try {
                session.close();
            } catch (HarnessException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
        return session;
    }

    /**
     * A recording in place of the devices.
     *
     * @param replay the recording; can tell afterwards what was judged on it
     */
    public static Session replay(Standard standard, Bench bench, Adapters adapters, Replay replay) {
        replay.safeState(CommandSpec.SAFE_STATE);
        Session session =
                new Session(standard, bench, adapters, new Timeline(replay, replay::made), DecoderTurn.PATIENCE);
        session.timeline.actsOnNetwork(networkActs(bench, adapters));
        for (ChannelSpec channel : bench.channels()) {
            session.prepare(channel, adapters, session.turn(channel));
        }
        session.stands();
        return session;
    }

    /** So that what is judged next knows what held the harness up, what was thrown away, and what is silence of a device. */
    private void look() {
        if (!interrupted && stopped == null) {
            // all are asked before the first is waited for: what stops the device shall not wait for each
            List<Runnable> answers =
                    pumps.values().stream().map(ChannelPump::checkAlive).toList();
            answers.forEach(Runnable::run);
        }
        Pulse watching = pulse;
        if (watching != null) {
            watching.look();
        }
        pumps.values().forEach(ChannelPump::count);
    }

    private void stands() {
        stood = timeline.note(new Observation.Mark(timeline.clock().now())).time();
    }

    private static BiPredicate<String, Packet> networkActs(Bench bench, Adapters adapters) {
        Map<String, Transport> transports = new HashMap<>();
        bench.channels().forEach(channel -> adapters.transport(channel.transport())
                .ifPresent(transport -> transports.put(channel.name(), transport)));
        return (channel, packet) -> {
            Transport transport = transports.get(channel);
            return transport != null && transport.takesBack(packet);
        };
    }

    private Codec prepare(ChannelSpec channel, Adapters adapters, SendingTurn sending) {
        Codec codec = adapters.codec(channel.codec()).orElseThrow();
        for (CommandSpec command : commands(channel)) {
            encoders.put(command.name(), awaited(adapters.encoder(bench, command), command, codec, sending));
        }
        return codec;
    }

    /** Whoever encodes is given up before whoever waits for that. */
    private SendingTurn turn(ChannelSpec channel) {
        return new SendingTurn(channel.name(), patience + patience / 5);
    }

    /** In virtual time nothing else goes on meanwhile. */
    private CommandEncoder awaited(CommandEncoder encoder, CommandSpec command, Codec codec, SendingTurn sending) {
        return timeline.clock() instanceof VirtualClock
                ? encoder
                : encoder.by(new AwaitedEncoder(codec.name(), command, patience, sending));
    }

    private void open(ChannelSpec channel, Adapters adapters, Wiring wiring) {
        SendingTurn sending = turn(channel);
        Codec codec = prepare(channel, adapters, sending);
        List<SignalSpec> signals = signals(channel);
        Decoder decoder = codec.decoder(channel, signals, commands(channel));
        List<String> questions = channel.poll();
        ChannelPump pump = new ChannelPump(
                channel,
                questions.isEmpty() ? decoder : new Questions(channel, signals, own(questions), decoder),
                timeline,
                new DecoderTurn(timeline.clock(), patience),
                sending,
                bench.secrets(),
                own(channel.onOpen()),
                own(channel.onClose()));
        pumps.put(channel.name(), pump);
        pump.open(wiring);
    }

    private List<SignalSpec> signals(ChannelSpec channel) {
        return bench.signals().stream()
                .filter(signal -> signal.channel().equals(channel.name()))
                .toList();
    }

    private List<CommandSpec> commands(ChannelSpec channel) {
        return bench.commands().stream()
                .filter(command -> command.channel().equals(channel.name()))
                .toList();
    }

    /** How a signal comes to values that answer another question than its own, if it can. */
    Optional<Mistakable> mistakable(SignalSpec signal) {
        ChannelSpec channel = bench.channel(signal.channel()).orElseThrow();
        return channel.poll().size() > 1 && signal.answerTo().isPresent()
                ? Optional.of(new Mistakable(
                        (kind, detail) -> kind == FrameError.TIMEOUT,
                        Questions::mayBeLate,
                        other -> other.answerTo().isPresent(),
                        channel.pollTimeout()))
                : adapters.codec(channel.codec())
                        .orElseThrow()
                        .mistakable(channel, signals(channel), commands(channel), signal);
    }

    private List<Supplier<Packet>> own(List<String> names) {
        return names.stream()
                .<Supplier<Packet>>map(name -> () -> encoder(name).encode(Map.of(), utc()))
                .toList();
    }

    private Instant utc() {
        return Instant.ofEpochSecond(0, timeline.clock().utc());
    }

    /** The catalogue that is judged against. */
    public Standard standard() {
        return standard;
    }

    /** The bench that is open. */
    public Bench bench() {
        return bench;
    }

    /** Everything that has happened so far. */
    public Timeline timeline() {
        return timeline;
    }

    /** As far as the run has looked at the timeline, in nanoseconds since the run's start. */
    public long now() {
        return timeline.now();
    }

    /**
     * How times of signals are measured against the run's clock and one another, given what held the harness up, and how
     * well files were aligned.
     */
    public Timing timing(String... signals) {
        return timing(Arrays.asList(signals));
    }

    /** The same. */
    public Timing timing(List<String> signals) {
        List<AlignedFile> files = files(signals);
        return timing(files.isEmpty() ? Alignment.NONE : new Misalignment(files, timeline::lateness));
    }

    /**
     * How times between samples of those signals are measured: where all of them are of one file, its offset cancels and
     * the drift of its clock is left.
     */
    public Timing timingWithin(String... signals) {
        List<AlignedFile> files = files(Arrays.asList(signals));
        boolean one = files.size() == 1
                && Arrays.stream(signals).allMatch(signal -> channelOf(signal)
                        .equals(Optional.of(files.get(0).channel())));
        return one
                ? timing((from, to) -> List.of(
                        Misalignment.row(files.get(0).channel(), files.get(0).standard(from, to))))
                : timing(signals);
    }

    private Timing timing(Alignment alignment) {
        return new Timing(
                characterisation.halfWidth(), characterisation.resolution() / 1e9, timeline::lateness, alignment);
    }

    private List<AlignedFile> files(List<String> signals) {
        return signals.stream()
                .flatMap(signal -> channelOf(signal).stream())
                .distinct()
                .flatMap(channel -> characterisation.file(channel).stream())
                .toList();
    }

    private Optional<String> channelOf(String signal) {
        return bench.signal(signal).map(SignalSpec::channel);
    }

    /** The file that a signal is from; empty where it came while the run went on. */
    Optional<AlignedFile> fileOf(String signal) {
        return channelOf(signal).flatMap(characterisation::file);
    }

    /**
     * Refuses a signal of which the samples come as a file, as long as that has not come.
     *
     * @throws FileAwaitedException that says how it is given
     */
    public void requireFile(String signal) {
        if (comesAsFile(signal) && fileOf(signal).isEmpty()) {
            throw new FileAwaitedException(channelOf(signal).orElseThrow());
        }
    }

    /** Whether samples of a signal come as a file after the run. */
    boolean comesAsFile(String signal) {
        return channelOf(signal)
                .flatMap(bench::channel)
                .filter(ChannelSpec::comesAsFile)
                .isPresent();
    }

    /** Notes what its time stamps are worth. */
    public void characterised(Characterisation measured) {
        characterisation = measured;
    }

    /**
     * Sends a command, and waits for its answer where the protocol has one. That one did not go out is on the timeline as well:
     * it may have reached the device all the same.
     *
     * @return when, in nanoseconds since the run's start
     * @throws BenchException where its channel is gone
     * @throws InterruptedRunException where the run was interrupted
     * @throws HarnessException where the harness cannot go on
     * @throws InputException where a parameter is missing or does not fit: nothing was sent
     * @throws IllegalArgumentException where there is no such command
     */
    public long send(String name, Map<String, String> parameters) {
        requireGoingOn();
        Observation noted = timeline.note(tried(name, parameters));
        sent = noted.time();
        if (noted instanceof CommandFailed failed) {
            throw new BenchException(failed.problem());
        }
        if (!replayed()) {
            awaitFate(name);
        }
        return noted.time();
    }

    /** What it is goes to the timeline: a scenario that is done by then would not see it. */
    private void awaitFate(String name) {
        try {
            pump(command(name)).awaitFate();
        } catch (InterruptedRunException e) {
            // it went out all the same, and who waits or sends next finds that the run has ended
        }
    }

    private Command tried(String name, Map<String, String> parameters) {
        try {
            return put(name, parameters, 0, this::requireNotEnded);
        } catch (BenchException e) {
            return new CommandFailed(
                    timeline.clock().now(),
                    name,
                    Map.copyOf(parameters),
                    changesState(command(name), encoder(name).encode(parameters)),
                    e.problems().get(0));
        }
    }

    private void requireGoingOn() {
        requireNotEnded();
        timeline.requireWhole();
    }

    /** Waits for nobody, so that what stops the device does not either. */
    private void requireNotEnded() {
        requireNotStopped();
        if (interrupted) {
            throw new InterruptedRunException();
        }
    }

    /**
     * Puts a command on the wire; in a replay only looks whether it could be encoded.
     *
     * @param turn comes right before it goes out; may refuse
     */
    private CommandSent put(String name, Map<String, String> parameters, long period, Runnable turn) {
        CommandSpec command = command(name);
        CommandEncoder encoder = encoder(name);
        long time;
        Packet packet;
        if (replayed()) {
            packet = encoder.encode(parameters);
            time = timeline.clock().now();
        } else {
            Observation.Frame sent = pump(command)
                    .send(
                            () -> {
                                turn.run();
                                return encoder.encode(parameters, utc());
                            },
                            new Sending(name, period > 0));
            packet = sent.packet();
            time = sent.time();
        }
        return new CommandSent(time, name, Map.copyOf(parameters), changesState(command, packet), period > 0, period);
    }

    /** What stops the device ends a stretch, as does what acts on the network and its being taken back, whatever the bench declares. */
    private boolean changesState(CommandSpec command, Packet packet) {
        return command.changesState()
                || command.name().equals(CommandSpec.SAFE_STATE)
                || timeline.actsOnNetwork(command.channel(), packet);
    }

    /**
     * Whether a device said nothing on a signal's channel in a stretch, where nothing has come: see {@link Transport#hearsAll}.
     *
     * @param from nanoseconds since the run's start
     * @param to not before that
     */
    public boolean hearsAll(String signal, long from, long to) {
        ChannelSpec channel = channelOf(signal).flatMap(bench::channel).orElseThrow();
        SortedMap<Long, Packet> acts = new TreeMap<>();
        for (CommandSent each : timeline.commands(timeline.lastTakenBack().orElse(0), to)) {
            Packet packet = encoded(each);
            if (timeline.actsOnNetwork(command(each.command()).channel(), packet)) {
                acts.put(each.time(), packet);
            }
        }
        return adapters.transport(channel.transport())
                .filter(transport -> transport.hearsAll(channel, acts, from, to))
                .isPresent();
    }

    /** What went out but for the time of its sending. */
    Packet encoded(CommandSent sent) {
        return encoder(sent.command()).encode(sent.parameters());
    }

    /**
     * When the attempts before the n-th at each scenario had ended, in nanoseconds since the run's start: in a replay those of
     * the recording, in whatever order they are judged.
     */
    OptionalLong endBefore(int attempt) {
        OptionalLong recorded =
                timeline.clock() instanceof Replay replay ? replay.endBefore(attempt) : OptionalLong.empty();
        return recorded.isPresent() ? recorded : timeline.lastTrialEnd();
    }

    /** The id of the recorded trial that one is judged on; empty where a recording does not hold it, or there is none. */
    public Optional<String> judgedOn(String trial) {
        return timeline.clock() instanceof Replay replay ? replay.judgedOn(trial) : Optional.empty();
    }

    private boolean replayed() {
        return timeline.clock() instanceof Replay;
    }

    private ChannelPump pump(CommandSpec command) {
        ChannelPump pump = pumps.get(command.channel());
        if (pump == null) {
            throw new IllegalArgumentException("the channel of command " + command.name() + " is not open");
        }
        return pump;
    }

    private CommandSpec command(String name) {
        return bench.command(name).orElseThrow(() -> new IllegalArgumentException("no command is called " + name));
    }

    private CommandEncoder encoder(String name) {
        CommandEncoder encoder = encoders.get(name);
        if (encoder == null) {
            throw new IllegalArgumentException("no command is called " + name);
        }
        return encoder;
    }

    /**
     * Sends a command before it returns, and then in each period, until {@link #stopRepeating}; {@code {n}} counts from 1.
     *
     * @throws InterruptedRunException where the run was interrupted
     * @throws InputException where it needs other parameters
     * @throws IllegalArgumentException where there is no such command
     */
    public void repeat(String name, long period) {
        requireGoingOn();
        encoder(name).encode(Map.of("n", "1"));
        stopRepeating(name);
        note(name, period);
        Repetition repetition = new Repetition(lane(name), period, (own, n) -> sendRepeated(own, name, n, period));
        repeating.put(name, repetition);
        if (timeline.clock() instanceof Replay replay) {
            replay.repeats(name, period);
        } else {
            repetition.start();
            requireNotEnded();
        }
    }

    /** A line that is not free holds up nothing but what is sent on it. */
    private Clock lane(String command) {
        ChannelPump pump = pumps.get(command(command).channel());
        return pump == null ? timeline.clock() : pump.lane();
    }

    /** A command that could not go out would make the device react to its absence: the channel counts as broken. */
    private void sendRepeated(Repetition repetition, String name, long n, long period) {
        try {
            if (interrupted || stopped != null) {
                silence();
            } else {
                Runnable turn = () -> {
                    repetition.goes();
                    requireNotEnded();
                };
                timeline.append(put(name, Map.of("n", Long.toString(n)), period, turn));
            }
        } catch (BenchException | InputException e) {
            repetition.stop();
            pumps.get(command(name).channel()).breaks(e.words());
        } catch (InterruptedRunException | HarnessException e) {
            if (!interrupted && stopped == null) {
                throw e;
            }
            silence(); // the run has ended while it waited for its turn, and says why
        }
    }

    /** Ends a repetition: what it sends is on the timeline before its end. No effect where there is none. */
    public void stopRepeating(String name) {
        Repetition repetition = repeating.remove(name);
        if (repetition != null) {
            repetition.end();
            note(name, 0);
            if (timeline.clock() instanceof Replay replay) {
                replay.stopsRepeating(name);
            }
        }
    }

    private void note(String repeated, long period) {
        timeline.note(new Observation.Repetition(timeline.clock().now(), repeated, period));
    }

    /** Nothing is repeated any more; whoever drives the session notes it. */
    private void silence() {
        repeating.values().forEach(Repetition::stop);
    }

    /**
     * When the scenario itself last changed the device's state or began or ended a repetition, in nanoseconds since the
     * run's start; what a repetition sends in between is not an act of its own. Negative where there was none.
     */
    public long lastAct() {
        return timeline.lastAct().orElse(-1);
    }

    /**
     * When a step of the trial last sent a command, whether that changes the device's state or not, in nanoseconds since the
     * run's start; negative where none did. What a repetition sends does not count.
     */
    long lastSent() {
        return sent;
    }

    /** Another trial begins: what was sent before, or in a replay by one that comes later in the recording, is not its own. */
    void trialBegins() {
        sent = -1;
    }

    /**
     * When the harness last did something that may change the device's state, or all channels stood, in nanoseconds since the
     * run's start.
     */
    public long lastChange() {
        return Math.max(allStood(), lastDisturbance());
    }

    private long allStood() {
        return stood <= now() ? stood : 0;
    }

    private long lastDisturbance() {
        long changed = timeline.lastChange().map(CommandSent::time).orElse(0L);
        return Math.max(
                Math.max(timeline.lastAct().orElse(0), changed),
                timeline.lastTakenBack().orElse(0));
    }

    /** The first instant that can show the device's state after the last change, on all channels; ns since the run's start. */
    public long undisturbedSince() {
        return Math.max(allStood(), unchangedSince());
    }

    /**
     * The first instant after the last change of the device's state, in nanoseconds since the run's start; 0 where nothing
     * changed it. In virtual time a sample can have the stamp of the command that came after it.
     */
    public long unchangedSince() {
        long change = lastDisturbance();
        boolean act = change == lastAct()
                || timeline.lastChange().map(Observation.CommandSent::time).orElse(-1L) == change;
        return act ? change + 1 : change;
    }

    /** Ends every repetition. */
    public void stopRepeating() {
        List.copyOf(repeating.keySet()).forEach(this::stopRepeating);
    }

    /** Ends every repetition, and takes back what else is in force on a channel; in a replay that is recorded. */
    void settle() {
        stopRepeating();
        if (!interrupted && stopped == null) {
            pumps.values().forEach(ChannelPump::settle);
        }
    }

    /**
     * Refuses to go on with a broken channel.
     *
     * @throws BenchException that names channel and cause
     * @throws HarnessException where the harness cannot go on
     */
    public void requireChannels() {
        requireHarness();
        timeline.lostChannels().forEach(Session::refuse);
    }

    /**
     * Refuses to judge a stretch in which a channel was broken, although it may stand again.
     *
     * @param from nanoseconds since the run's start
     * @param to nanoseconds since the run's start
     * @throws BenchException that names channel and cause
     */
    public void requireChannels(long from, long to) {
        requireChannels();
        timeline.events(from, Long.MAX_VALUE).stream()
                .filter(event -> event.kind() == ChannelEvent.Kind.LOST && event.since() <= to)
                .forEach(Session::refuse);
    }

    /**
     * Before a trial begins, lets channels come back that the bench opens again after a loss: for a minute at most, and once
     * for each loss. In a replay they are back.
     */
    void awaitChannels() {
        List<ChannelEvent> lost = timeline.lostChannelsNow();
        if (replayed()
                || lost.isEmpty()
                || lost.equals(waitedFor)
                || !lost.stream().allMatch(this::mayComeBack)) {
            return;
        }
        Clock clock = timeline.clock();
        clock.await(
                () -> timeline.lostChannelsNow().isEmpty() || interrupted || stopped != null,
                clock.now() + COMING_BACK);
        waitedFor = timeline.lostChannelsNow();
    }

    private boolean mayComeBack(ChannelEvent lost) {
        ChannelPump pump = pumps.get(lost.channel());
        return pump != null && pump.reconnects();
    }

    private static void refuse(ChannelEvent lost) {
        throw new BenchException(lost(lost.channel(), lost.detail()));
    }

    static Problem lost(String channel, Text why) {
        return Problem.of(
                new Text("通道 %s 中断: %s", "channel %s was lost: %s").with(channel, why),
                new Text("请排除原因（如接线、电源、代理）后重新运行", "mend the cause, such as cable, power or broker, then run again"));
    }

    /**
     * Sends the device's {@code safe-state} command where it has one, and waits for its answer where the protocol has one; says
     * whether it went out. Where it should have and did not, or is not accepted, {@link #safeStateProblem} says why.
     */
    public boolean safeState() {
        if (replayed() || !bench.device().commands().containsKey(CommandSpec.SAFE_STATE)) {
            silence();
            return false;
        }
        try {
            // first of all: what follows may wait for a disk
            CommandSent sent = put(CommandSpec.SAFE_STATE, Map.of(), 0, () -> {});
            silence();
            if (interrupted || stopped != null) {
                timeline.ends(sent, this::requireGoingOn);
            } else {
                timeline.append(sent);
            }
            requireSafeStateAccepted();
            return true;
        } catch (BenchException | InputException e) {
            silence();
            safeStateProblem = NOT_SENT.with(new Text(e.message(Language.ZH), e.message(Language.EN)));
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            silence();
            safeStateProblem = NOT_SENT.with(Text.same(e.toString()));
            return false;
        }
    }

    /** Once the run's clock has ended nobody can wait: then what became of the first one stands. */
    private void requireSafeStateAccepted() {
        try {
            ChannelPump pump = pump(command(CommandSpec.SAFE_STATE));
            safeStateProblem = pump.awaitFate()
                    .map(NOT_ACCEPTED::with)
                    .or(() -> pump.doubt().map(IN_DOUBT::with))
                    .orElse(null);
        } catch (InterruptedRunException | HarnessException e) {
            // see above
        }
    }

    /** Why the device could not be told to go to its safe state; empty where it was told, or has no such command. */
    public Optional<Text> safeStateProblem() {
        return Optional.ofNullable(safeStateProblem);
    }

    /** Refuses every further command, brings the device to its safe state, and lets nobody go on. */
    public void interrupt() {
        interrupted = true;
        pumps.values().forEach(ChannelPump::beginNothing);
        safeState();
        timeline.clock().changed();
    }

    /** The same because the harness itself cannot go on: whoever sends, judges or waits on gets {@code why}. */
    public void stop(HarnessException why) {
        stopped = why;
        pumps.values().forEach(ChannelPump::beginNothing);
        safeState();
        timeline.clock().changed();
    }

    private void requireHarness() {
        requireNotStopped();
        timeline.requireWhole();
    }

    private void requireNotStopped() {
        HarnessException why = stopped;
        if (why != null) {
            throw why;
        }
    }

    /** Whether the run was interrupted by its user. */
    public boolean interrupted() {
        return interrupted;
    }

    /**
     * Closes every channel and the timeline.
     *
     * @throws HarnessException where the timeline is not whole, or codec or transport did what none may when a channel was closed
     */
    @Override
    public void close() {
        silence();
        if (pulse != null) {
            pulse.close();
        }
        pumps.values().forEach(ChannelPump::expectEnd);
        pumps.values().forEach(ChannelPump::close);
        timeline.close();
        pumps.values().stream()
                .flatMap(pump -> pump.faultAtEnd().stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw new HarnessException(problem);
                });
    }
}
