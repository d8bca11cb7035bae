package org.plumbline.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Value;
import org.plumbline.error.BenchException;
import org.plumbline.error.EndOfMachine;
import org.plumbline.error.HarnessException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Timeline;
import org.plumbline.timeline.VirtualClock;

/** One open channel: what arrives is decoded onto the timeline, what is sent is noted there. */
final class ChannelPump implements Receiver, DecodeSink {

    private static final Sending ON_OPEN = new Sending(ChannelSpec.ON_OPEN, false);
    private static final Sending POLL = new Sending(ChannelSpec.POLL, true);
    private static final Sending ON_CLOSE = new Sending(ChannelSpec.ON_CLOSE, false);

    private static final Text READER_ENDED = new Text(
                    "传输 %s 接收数据的线程 %s 因异常终止: %s",
                    "transport %s: its thread %s, on which it delivers, ended by an exception: %s")
            .and(ArrivalTimes.FAULT);

    /** How long a device that refuses what it gets on opening is left alone, ns. */
    private static final long AGAIN = 2_000_000_000L;

    private final ChannelSpec channel;
    private final Decoder decoder;
    private final Timeline timeline;
    private final Secrets secrets;
    private final ByteAccount account;
    private final ArrivalTimes arrivals;
    private final DecoderTurn turn;
    private final @Nullable Polling polling;
    private final Clock lane;
    private final Unanswered unanswered;
    private final Silence silence = new Silence();
    private final boolean unaskedComes;
    private final SendingTurn sending;
    private volatile @Nullable Link link;
    private final Thread driver = Thread.currentThread();
    private volatile @Nullable Thread reader;
    private final List<Observation> decoded = new ArrayList<>();
    private long frameTime;
    private @Nullable Text nobody;
    private final AtomicInteger losses = new AtomicInteger();
    private long effective;
    private final Set<String> unheard = new HashSet<>();
    private boolean fresh = true;
    private boolean begunBefore;
    private OptionalLong heldBack = OptionalLong.empty();
    private volatile boolean stopped;
    private volatile boolean closing;
    private volatile boolean endExpected;
    private volatile boolean ending;
    private volatile @Nullable Text fault;
    private volatile boolean faultAtEnd;
    private volatile long sentAt;
    private volatile long settledAt;
    private final Set<String> declinedInTrial = ConcurrentHashMap.newKeySet();
    private final List<Supplier<Packet>> onOpen;
    private final List<Supplier<Packet>> onClose;
    private volatile Sending last = ON_CLOSE;

    /**
     * @param turn at its decoder
     * @param sending on it
     * @param onOpen what it sends by itself whenever it has been opened
     * @param onClose what it sends by itself before it is closed
     */
    ChannelPump(
            ChannelSpec channel,
            Decoder decoder,
            Timeline timeline,
            DecoderTurn turn,
            SendingTurn sending,
            Secrets secrets,
            List<Supplier<Packet>> onOpen,
            List<Supplier<Packet>> onClose) {
        this.channel = channel;
        this.decoder = decoder;
        this.timeline = timeline;
        this.turn = turn;
        this.sending = sending;
        this.secrets = secrets;
        this.onOpen = onOpen;
        this.onClose = onClose;
        this.account = new ByteAccount(channel.codec());
        this.arrivals = new ArrivalTimes(channel.transport());
        this.unaskedComes = !(decoder instanceof Poller) || decoder instanceof Questions;
        this.lane = timeline.clock().lane();
        this.unanswered = new Unanswered(lane);
        this.polling = decoder instanceof Poller poller
                ? new Polling(this, timeline.clock().lane(), poller)
                : null;
    }

    void open(Wiring wiring) {
        arrivals.begin(now());
        Link open = GuardedLink.open(wiring, channel, this);
        link = open;
        silence.begins(now());
        Text with = Text.same(List.of(channel.transport(), channel.codec()).toString());
        event(ChannelEvent.Kind.OPENED, with.and(discarded(open)));
        if (onOpen.isEmpty()) {
            poll();
        }
    }

    private void poll() {
        if (polling != null) {
            polling.start();
        }
    }

    private static Text discarded(@Nullable Link opened) {
        int bytes = opened == null ? 0 : opened.discarded();
        return bytes == 0
                ? Text.same("")
                : new Text("；打开前积存的 %d 字节已丢弃", "; %d bytes from before it was opened were thrown away").with(bytes);
    }

    /**
     * Sends what has to be sent on opening, once every channel of the bench hears what comes of it.
     *
     * @throws BenchException where it does not go out
     */
    void begin() {
        if (!onOpen.isEmpty()) {
            int before = losses.get();
            sendOnOpen();
            if (losses.get() == before) {
                poll();
            }
        }
    }

    /** Returns once it is known whether they were accepted, where the protocol says so; what is not breaks the channel. */
    private void sendOnOpen() {
        int before = losses.get();
        onOpen.forEach(command -> send(command, ON_OPEN));
        if (polling != null) {
            polling.awaitFate(() -> losses.get() != before);
        }
        unanswered.awaitFate();
    }

    /** Lets nothing begin again, and nothing out that does not stop the device or ends the channel. */
    void beginNothing() {
        stopped = true;
    }

    /** For what waits for this channel alone. */
    Clock lane() {
        return lane;
    }

    /** Puts a command on the wire; returns what went out. */
    Observation.Frame send(Supplier<Packet> encoding, Sending sending) {
        last = sending;
        return polling == null ? transmit(encoding, sending) : polling.send(encoding, sending);
    }

    /** Puts a question of the plan on the wire. */
    void ask(Packet question) {
        last = POLL;
        transmit(question, POLL);
    }

    /** One that is encoded already. */
    Observation.Frame transmit(Packet packet, Sending sending) {
        return transmit(() -> packet, sending);
    }

    /**
     * Stamps before the send, or before it takes effect where it says so, so that no answer is older than its question; notes it
     * only once it is on the wire. What is encoded first goes out first: a sequence number or a signature's stamp that goes
     * back is refused. The lock covers neither the wait for a free line nor the timeline, which may wait for a disk.
     */
    private Observation.Frame transmit(Supplier<Packet> encoding, Sending what) {
        Link open = link;
        if (open == null) {
            throw new BenchException(Problem.of(
                    new Text("通道 %s 未打开", "channel %s is not open").with(channel.name()),
                    new Text("请检查先前的错误", "see the errors before this one")));
        }
        Packet packet;
        long time;
        Optional<ChannelEvent> missed;
        sending.take(what);
        try {
            nobody = null;
            packet = copy(encoding.get());
            if (stopped && !what.ends() && what != POLL) {
                throw new InterruptedRunException();
            }
            effective = now();
            sentAt = effective;
            unanswered.sends(packet, what, effective, decoder.isAnswered(packet));
            put(open, packet);
            time = effective;
            missed = missed(time, packet, what.repeated());
        } finally {
            sending.leave();
        }
        Observation.Frame sent = new Observation.Frame(time, channel.name(), Direction.SENT, packet);
        timeline.append(sent);
        missed.ifPresent(timeline::append);
        return sent;
    }

    /** Whoever gave the packet or gets it may change its array: what is recorded must stay what it was. */
    private static Packet copy(Packet packet) {
        return new Packet(packet.address(), packet.payload().clone(), packet.retained());
    }

    private void put(Link open, Packet packet) {
        try {
            open.send(copy(packet));
        } catch (BenchException e) {
            unanswered.withdraw(packet);
            throw e;
        }
    }

    /**
     * Waits until it is known what became of the command that a step sent last, where the protocol has answers.
     *
     * @return why it is not done; empty where it is, or nobody says
     * @throws InterruptedRunException where the run was interrupted meanwhile
     */
    Optional<Text> awaitFate() {
        Optional<Text> ofQuestion = polling == null ? Optional.empty() : polling.awaitFate();
        return ofQuestion.or(unanswered::awaitFate);
    }

    /** Why nobody knows whether what was sent gets through; empty where nothing speaks against it. */
    Optional<Text> doubt() {
        Link open = link;
        return open == null ? Optional.empty() : open.doubt();
    }

    /** Of a repetition once in a trial, for the same reason as below. */
    void noteDeclined(Text why, Sending sending) {
        noteDeclined(why, sending, sentAt);
    }

    private void noteDeclined(Text why, Sending sending, long at) {
        if (sending.opens() && !ending) {
            int before = losses.incrementAndGet();
            breaks(new Text(
                            "设备未接受打开时发送的命令（on-open: %s）: %s",
                            "the device did not accept what is sent on opening (on-open: %s): %s")
                    .with(String.join(", ", channel.onOpen()), why));
            if (reconnects()) {
                lane.schedule(now() + AGAIN, () -> beginAgain(before)); // a device that has just got its power back
            }
        } else if (!ending && (!sending.repeated() || at >= settledAt && declinedInTrial.add(sending.command()))) {
            timeline.append(new ChannelEvent(now(), channel.name(), ChannelEvent.Kind.DECLINED, why, at));
        }
    }

    /** A repetition's is noted when it begins: a heartbeat that nobody hears would make hundreds of thousands a day. */
    private Optional<ChannelEvent> missed(long time, Packet packet, boolean repeated) {
        if (packet.retained()) {
            return Optional.empty();
        }
        boolean begins = nobody != null ? unheard.add(packet.address()) : unheard.remove(packet.address());
        return Optional.ofNullable(nobody)
                .filter(cause -> begins || !repeated)
                .map(cause -> new ChannelEvent(now(), channel.name(), ChannelEvent.Kind.UNHEARD, cause, time));
    }

    /** Notes what a trial's end takes back as sent; where that fails, no further trial gets what it asks for. */
    void settle() {
        settledAt = now();
        declinedInTrial.clear();
        Link open = link;
        if (open == null) {
            return;
        }
        List<Observation> done = new ArrayList<>();
        Optional<Text> problem = Optional.empty();
        try {
            settle(open, done);
        } catch (BenchException e) {
            problem = Optional.of(e.words());
        }
        timeline.append(done);
        problem.ifPresent(this::breaks);
    }

    private void settle(Link open, List<Observation> done) {
        sending.take();
        try {
            effective = now();
            open.settle(packet -> done.add(new Observation.Frame(effective, channel.name(), Direction.SENT, packet)));
        } finally {
            sending.leave();
        }
    }

    /** Where the transport does what it may not the channel is of no use any more; that is told once. */
    private void with(Consumer<Link> act) {
        Link open = link;
        try {
            if (open != null) {
                act.accept(open);
            }
        } catch (BenchException e) {
            if (fault == null) {
                faulty(e.words(), OptionalLong.of(arrivals.previous()));
            }
        }
    }

    /** Every other channel stands, too. */
    void allStand() {
        with(Link::allStand);
    }

    /** Has the timeline know what was thrown away until now. */
    void count() {
        with(Link::count);
    }

    /**
     * Asks whether the far end is still there.
     *
     * @return has the timeline know, once it has the answer
     */
    Runnable checkAlive() {
        List<Runnable> answer = new ArrayList<>();
        with(open -> answer.add(open.checkAlive().orElse(this::tellSilence)));
        return () -> answer.forEach(each -> with(open -> each.run()));
    }

    /** In virtual time the far end is in this process, and no connection is between. */
    private void tellSilence() {
        long last = silence.since();
        if (!(timeline.clock() instanceof VirtualClock) && silence.tellsNothing(last, now())) {
            silent(last);
        }
    }

    /** Whether a loss may end without anybody's doing. */
    boolean reconnects() {
        Link open = link;
        return fault == null && open != null && open.reconnects();
    }

    /** Every channel is about to be closed: a thread may read several, and end with the first. */
    void expectEnd() {
        endExpected = true;
    }

    boolean isEndExpected() {
        return endExpected;
    }

    void close() {
        losses.incrementAndGet(); // what was to begin again does not
        if (polling != null) {
            polling.pause();
        }
        Link open = link;
        if (open != null) {
            end();
            closing = true;
            with(Link::close);
            link = null;
            ending = true;
            broken();
            event(ChannelEvent.Kind.CLOSED, Text.same(""));
        }
    }

    /** Where it does not go out nothing is lost that is still to be judged. */
    private void end() {
        if (polling != null && !onClose.isEmpty()) {
            polling.awaitFreeLine();
        }
        try {
            onClose.forEach(command -> send(command, ON_CLOSE));
        } catch (BenchException | InputException e) {
            // see above
        }
    }

    @Override
    public long now() {
        return timeline.clock().now();
    }

    /**
     * What a broker had kept is recorded, but it is no sample: it may be older than the run, and the device switched off.
     * A decoder that breaks its promise would otherwise end the transport's thread, and look like a silent device.
     */
    @Override
    public void received(long stamp, Packet given) {
        watchReader();
        Packet packet = copy(given);
        long time = arrival(stamp);
        silence.ends(time);
        if (packet.retained()) {
            decoding(time, packet, () -> givesOut(() -> deliver(time, packet)));
            return;
        }
        if (polling == null) {
            decode(time, packet);
        } else {
            polling.received(time, packet);
        }
    }

    /** In virtual time, and where a transport answers within its send, it is whoever drives the session: that one reads nothing. */
    private void watchReader() {
        Thread current = Thread.currentThread();
        if (current != reader && current != driver && !(timeline.clock() instanceof VirtualClock)) {
            reader = current;
            ReaderEnd.watch(this);
        }
    }

    /**
     * A thread on which something came ended by an exception. What the harness itself threw there is told otherwise.
     *
     * @return false where the channel is being closed, and nothing is lost
     */
    boolean readerEnded(Thread thread, Throwable failure) {
        boolean own = failure instanceof HarnessException
                || failure instanceof InterruptedRunException
                || EndOfMachine.is(failure);
        if (!endExpected && !own && fault == null) {
            Text why = READER_ENDED.with(channel.transport(), thread.getName(), failure);
            faulty(why, OptionalLong.of(arrivals.previous()));
        }
        return !endExpected;
    }

    /** A time that cannot be is replaced by the latest that it may have been: the order of the timeline must hold. */
    private long arrival(long stamp) {
        long now = now();
        Optional<Text> wrong = arrivals.wrong(stamp, now);
        wrong.filter(why -> fault == null).ifPresent(why -> faulty(why, OptionalLong.of(arrivals.previous())));
        long time = wrong.isEmpty() ? stamp : now;
        arrivals.came(time);
        return time;
    }

    /** What is given up belongs to no frame that came: it gets the time at which it was given up. */
    void expire(long time, Poller poller) {
        decoding(() -> {
            frameTime = time;
            begunBefore = false;
            account.until(time);
            poller.expire(time, this);
        });
    }

    void decode(long time, Packet packet) {
        decoding(time, packet, () -> {
            givesOut(() -> account.arrives(time, packet));
            decoder.decode(time, packet, this);
            account.taken();
        });
    }

    private void decoding(long time, Packet packet, Runnable work) {
        if (!decoding(work)) {
            asItCame(time, packet);
        }
    }

    /** What nobody decodes. */
    private void asItCame(long time, Packet packet) {
        synchronized (decoded) {
            deliver(time, packet);
            appendDecoded();
        }
    }

    /** What waits for more is given out, so that the capture holds every byte. */
    private void broken() {
        losses.incrementAndGet();
        unanswered.broken();
        watch();
        if (polling == null || !polling.broken()) {
            breakOff();
        }
    }

    void breakOff() {
        decoding(() -> {
            long time = now();
            account.until(time);
            decoder.broken(time, this);
            account.ends();
        });
    }

    /**
     * A transport's thread may still be at it when the channel is closed. What holds up the timeline is not the decoder's fault.
     *
     * @return false where the decoder is given up
     */
    private boolean decoding(Runnable work) {
        while (!turn.take()) {
            giveUp();
            if (turn.givenUp()) {
                return false;
            }
        }
        try {
            decodeInTurn(work);
        } finally {
            turn.leave();
        }
        return true;
    }

    private void decodeInTurn(Runnable work) {
        Throwable thrown = null;
        OptionalLong waits = heldBack;
        turn.enters();
        try {
            work.run();
            waits = decoder.holdsBackSince();
        } catch (Throwable e) {
            thrown = e;
        }
        synchronized (decoded) {
            if (!turn.returned()) {
                return; // all that is told of it was told then
            }
            noteHeldBack(waits);
            appendDecoded();
            unanswered.conclude();
        }
        if (thrown == null) {
            unkept(account.wrong());
        } else {
            failed(thrown);
        }
    }

    /** Whether its decoder is given up: one of a thread that has it holds up whoever waits for that thread. */
    boolean givenUp() {
        return turn.givenUp();
    }

    /** Looks whether the decoder still returns. */
    void watch() {
        if (turn.overdue()) {
            giveUp();
        }
    }

    /** What it was given and has not given out is recorded as it came. */
    private void giveUp() {
        long since;
        synchronized (decoded) {
            since = turn.giveUp();
            if (since < 0) {
                return;
            }
            account.rest().ifPresent(rest -> deliver(Math.max(account.newest(), frameTime), rest));
            appendDecoded();
        }
        with(Link::giveUp);
        faulty(ByteAccount.stuck(channel.codec(), now() - since), OptionalLong.of(since));
    }

    /**
     * Notes when frames begin to wait and when they no longer do, not at each read between. Who takes the first of those
     * that had to wait has seen that they are there.
     */
    private void noteHeldBack(OptionalLong since) {
        if (since.equals(heldBack)) {
            return;
        }
        heldBack.ifPresent(begun -> decoded.add(0, held(ChannelEvent.Kind.RELEASED, Text.same(""), begun)));
        Text why = new Text("有帧在等待前一个不完整的帧结束", "frames wait for the end of one before them");
        since.ifPresent(begun -> decoded.add(held(ChannelEvent.Kind.HELD_BACK, why, begun)));
        heldBack = since;
    }

    private ChannelEvent held(ChannelEvent.Kind kind, Text detail, long since) {
        return new ChannelEvent(now(), channel.name(), kind, detail, since);
    }

    private void unkept(@Nullable Text promise) {
        if (promise != null && fault == null) {
            faulty(promise, OptionalLong.of(account.since()));
        }
    }

    private void faulty(Text why, OptionalLong since) {
        fault = why;
        faultAtEnd = closing;
        breaks(why, since);
    }

    /** What decoder or transport did that none may, where that was found only when the channel was closed, and nobody judges any more. */
    Optional<Problem> faultAtEnd() {
        return Optional.ofNullable(fault).filter(why -> faultAtEnd).map(why -> Session.lost(channel.name(), why));
    }

    /** Where the virtual machine itself is at its end, the transport tells it, whose thread ends with it. */
    void failed(Throwable thrown) {
        if (EndOfMachine.is(thrown)) {
            account.ceases();
        }
        EndOfMachine.passOn(thrown);
        faulty(ByteAccount.threw(channel.codec(), thrown), OptionalLong.empty());
    }

    /** One visit to the timeline for all that a packet held: each visit wakes those who wait. */
    private void appendDecoded() {
        timeline.append(decoded);
        decoded.clear();
    }

    @Override
    public void lost(Text cause) {
        broken();
        breaks(cause);
    }

    @Override
    public void lost(long since, Text cause) {
        broken();
        breaks(cause, OptionalLong.of(since));
    }

    /** The channel is of no use any more, although bytes may go on arriving. */
    void breaks(Text cause) {
        breaks(cause, OptionalLong.empty());
    }

    private void breaks(Text cause, OptionalLong since) {
        if (polling != null) {
            polling.pause();
        }
        long time = now();
        timeline.append(new ChannelEvent(
                time, channel.name(), ChannelEvent.Kind.LOST, secrets.redact(cause), since.orElse(time)));
    }

    @Override
    public void silent(long since) {
        Text detail = new Text("未收到任何数据，无法确认连接是否仍在", "nothing comes, and whether the connection stands is not known");
        timeline.append(new ChannelEvent(now(), channel.name(), ChannelEvent.Kind.SILENT, detail, since));
    }

    /** It is back once what has to be sent on opening has gone out; a transport's thread must not wait for that. */
    @Override
    public void restored() {
        silence.begins(now());
        fresh = true;
        int before = losses.get();
        if (onOpen.isEmpty()) {
            isBack();
        } else {
            lane.schedule(now(), () -> beginAgain(before));
        }
    }

    private void isBack() {
        event(ChannelEvent.Kind.RESTORED, discarded(link));
        Text why = fault;
        if (why == null) {
            poll();
        } else {
            breaks(why); // its decoder is still the same
        }
    }

    /** A loss meanwhile is told, if need be once more behind the return. */
    private void beginAgain(int before) {
        if (losses.get() != before || link == null || stopped) {
            return;
        }
        try {
            sendOnOpen();
            if (losses.get() != before) {
                return;
            }
            isBack();
            if (losses.get() != before) {
                breaks(new Text("打开时又中断", "it broke again while it was opened"));
            }
        } catch (BenchException | InputException e) {
            breaks(e.words());
        } catch (InterruptedRunException | HarnessException e) {
            // the run has ended meanwhile, and says why
        } catch (RuntimeException | Error e) {
            failed(e); // the clock would only log it
        }
    }

    @Override
    public void overrun(long since, Text cause) {
        timeline.append(new ChannelEvent(now(), channel.name(), ChannelEvent.Kind.OVERRUN, cause, since));
    }

    @Override
    public void unheard(Text cause) {
        nobody = cause;
    }

    @Override
    public void takesEffect() {
        effective = now();
    }

    private void event(ChannelEvent.Kind kind, Text detail) {
        timeline.append(new ChannelEvent(now(), channel.name(), kind, detail));
    }

    @Override
    public void frame(long time, Packet frame) {
        givesOut(() -> {
            account.goesOut(time, frame.payload());
            deliver(time, frame);
        });
    }

    /**
     * Another thread may be about to give the decoder up.
     *
     * @throws IllegalStateException where it did: that ends a decoder that goes on and on
     */
    private void givesOut(Runnable work) {
        synchronized (decoded) {
            if (turn.givenUp()) {
                throw new IllegalStateException("the decoder has been given up");
            }
            work.run();
        }
    }

    private void deliver(long time, Packet frame) {
        frameTime = time;
        begunBefore = fresh && unaskedComes && frame.address().isEmpty();
        fresh = false;
        decoded.add(new Observation.Frame(time, channel.name(), Direction.RECEIVED, copy(frame)));
    }

    /** What is null would stop whoever writes it down, and not the codec that gave it. */
    private static void requireWords(Text words) {
        Objects.requireNonNull(words.zh(), "words in Chinese");
        Objects.requireNonNull(words.en(), "words in English");
    }

    @Override
    public void declined(Text why) {
        requireWords(why);
        if (polling == null || unaskedComes) {
            noteWhileDecoding(why, last, sentAt);
        } else {
            polling.declined(why);
        }
    }

    /** The timeline may wait for a disk. */
    private void noteWhileDecoding(Text why, Sending sending, long at) {
        givesOut(turn::returned);
        noteDeclined(why, sending, at);
        turn.enters();
    }

    @Override
    public void declined(Predicate<Packet> command, Text why) {
        requireWords(why);
        unanswered.declined(command, why).stream()
                .filter(each -> each.sending() != POLL)
                .forEach(each -> noteWhileDecoding(why, each.sending(), each.at()));
    }

    @Override
    public void accepted(Predicate<Packet> command) {
        unanswered.accepted(command);
    }

    @Override
    public void goesOn(Predicate<Packet> command) {
        unanswered.goesOn(command);
    }

    @Override
    public void sample(SignalSpec signal, Value value) {
        Value given = Objects.requireNonNull(value, "value");
        givesOut(() -> decoded.add(new Observation.Sample(frameTime, signal.name(), given)));
    }

    /**
     * Of a stream of bytes the first frame may have begun before the channel stood, and the last may end after the run: then
     * nothing is wrong with the device.
     */
    @Override
    public void error(FrameError kind, Text detail) {
        Objects.requireNonNull(kind, "kind");
        requireWords(detail);
        if (!begunBefore && !ending) {
            givesOut(() -> decoded.add(new Observation.FrameFault(frameTime, channel.name(), kind, detail)));
        }
    }
}
