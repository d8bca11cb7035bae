package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.VirtualClock;

class PollingTest {

    private static final long MS = 1_000_000L;

    /** Its plan overflows the stack after a second. */
    private static class Overflowing implements Codec, Poller {

        private final PairCodec pairs = new PairCodec();

        @Override
        public long freeAt() {
            return 0;
        }

        @Override
        public long dueAt() {
            return Rig.SECOND;
        }

        @Override
        public void expire(long time, DecodeSink sink) {}

        @Override
        public Optional<Packet> next(long time) {
            throw new StackOverflowError();
        }

        @Override
        public Packet ask(long time, Packet question) {
            return question;
        }

        @Override
        public boolean awaitsAnswer() {
            return false;
        }

        @Override
        public void decode(long time, Packet packet, DecodeSink sink) {
            sink.frame(time, packet);
        }

        @Override
        public String name() {
            return pairs.name();
        }

        @Override
        public List<Key> channelKeys() {
            return List.of();
        }

        @Override
        public List<Key> signalKeys() {
            return List.of();
        }

        @Override
        public List<Key> commandKeys() {
            return List.of();
        }

        @Override
        public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
            return channel.name().equals("wire") ? this : pairs.decoder(channel, signals);
        }

        @Override
        public Encoder encoder(ChannelSpec channel, CommandSpec command) {
            return pairs.encoder(channel, command);
        }
    }

    /** The line is not free before five seconds have passed; after six one question is due. */
    private static final class Busy extends Overflowing {

        private long due = 6 * Rig.SECOND;

        @Override
        public long freeAt() {
            return 5 * Rig.SECOND;
        }

        @Override
        public long dueAt() {
            return due;
        }

        @Override
        public Optional<Packet> next(long time) {
            due = Long.MAX_VALUE;
            return Optional.of(Packet.of("level?".getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Asks every 10 ms; the line is free again after 1 ms. What makes a command takes 2 ms. */
    private static final class Planned extends Overflowing {

        private final Clock clock;
        private long freeAt;
        private long dueAt;

        Planned(Clock clock) {
            this.clock = clock;
        }

        @Override
        public long freeAt() {
            return freeAt;
        }

        @Override
        public long dueAt() {
            return dueAt;
        }

        @Override
        public Optional<Packet> next(long time) {
            dueAt = time + 10 * MS;
            return Optional.of(Packet.of("level?".getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Packet ask(long time, Packet question) {
            freeAt = time + MS;
            return question;
        }

        @Override
        public Encoder encoder(ChannelSpec channel, CommandSpec command) {
            Encoder encoder = super.encoder(channel, command);
            return parameters -> {
                clock.await(() -> false, clock.now() + 2 * MS);
                return encoder.encode(parameters);
            };
        }
    }

    /** Waits 20 ms for an answer, and takes {@code no} for a refusal. */
    private static final class Asking extends Overflowing {

        private final List<String> askedOnAFreeLine = new ArrayList<>();
        private boolean waiting;
        private long freeAt;

        @Override
        public long freeAt() {
            return freeAt;
        }

        @Override
        public long dueAt() {
            return Long.MAX_VALUE;
        }

        @Override
        public Packet ask(long time, Packet question) {
            if (time >= freeAt) {
                askedOnAFreeLine.add(question.text());
            }
            waiting = true;
            freeAt = time + 20 * MS;
            return question;
        }

        @Override
        public boolean awaitsAnswer() {
            return waiting;
        }

        @Override
        public void broken(long time, DecodeSink sink) {
            if (waiting) {
                waiting = false;
                freeAt = time;
                sink.declined(Text.same("it broke"));
            }
        }

        @Override
        public void expire(long time, DecodeSink sink) {
            if (waiting && time >= freeAt) {
                waiting = false;
                sink.declined(Text.same("no answer"));
            }
        }

        @Override
        public void decode(long time, Packet packet, DecodeSink sink) {
            sink.frame(time, packet);
            waiting = false;
            freeAt = time;
            if (packet.text().equals("no")) {
                sink.declined(Text.same("no"));
            }
        }
    }

    private static Link wire(Consumer<String> sent) {
        return new Link() {
            @Override
            public boolean reconnects() {
                return true;
            }

            @Override
            public void send(Packet packet) {
                sent.accept(packet.text());
            }

            @Override
            public void close() {}
        };
    }

    private final List<String> sent = new ArrayList<>();

    /** It would go out in the midst of what comes after, and be none of a repetition that goes on. */
    @Test
    void whatARepetitionSendsIsDroppedWhereItEndsBeforeTheLineIsFree() {
        VirtualClock clock = new VirtualClock();
        Adapters adapters = new Adapters(List.of(), List.of(new Busy()));
        try (Session session = Session.open(
                Rig.standard(), Rig.bench(Map.of()), adapters, (channel, to) -> wire(sent::add), clock, o -> {})) {
            clock.schedule(2 * Rig.SECOND, () -> session.stopRepeating("beat"));
            session.repeat("beat", 100 * Rig.SECOND);
            clock.await(() -> false, 9 * Rig.SECOND);
            assertThat(sent).as("the plan goes on").containsExactly("level?");
            session.repeat("beat", 100 * Rig.SECOND);
            clock.await(() -> false, 10 * Rig.SECOND);
            assertThat(sent).containsExactly("level?", "beat 1");
        }
    }

    private final List<Observation> recorded = new CopyOnWriteArrayList<>();

    private Session open(Clock clock, Wiring wiring) {
        Adapters adapters = new Adapters(List.of(), List.of(new Asking()));
        return Session.open(Rig.standard(), Rig.bench(Map.of()), adapters, wiring, clock, recorded::add);
    }

    private List<String> declined() {
        return recorded.stream()
                .filter(ChannelEvent.class::isInstance)
                .map(ChannelEvent.class::cast)
                .filter(event -> event.kind() == ChannelEvent.Kind.DECLINED)
                .map(event -> event.detail().en())
                .toList();
    }

    /** Each beat is due before the one before it is given up, on the same thread. */
    @Test
    void aRepetitionThatIsNeverAnsweredIsDeclined() {
        try (LiveClock clock = new LiveClock();
                Session session = open(clock, (channel, to) -> wire(sent::add))) {
            session.repeat("beat", 5 * MS);
            assertThat(clock.await(() -> !declined().isEmpty(), 5 * Rig.SECOND)).isTrue();
            assertThat(declined()).containsExactly("no answer");
        }
    }

    @Test
    void oneThatIsAcceptedDoesNotHideAnotherThatIsRefused() {
        VirtualClock clock = new VirtualClock();
        String[] beaten = {"yes"};
        Wiring wiring = (channel, to) -> wire(command -> {
            String answer = command.startsWith("beat") ? beaten[0] : "no";
            Packet packet = Packet.of(answer.getBytes(StandardCharsets.UTF_8));
            clock.schedule(clock.now() + MS, () -> to.received(clock.now(), packet));
        });
        try (Session session = open(clock, wiring)) {
            session.repeat("beat", 100 * MS);
            session.repeat("stamp", 100 * MS);
            clock.await(() -> false, Rig.SECOND);
            assertThat(declined()).containsExactly("no");
            beaten[0] = "no";
            clock.await(() -> false, 2 * Rig.SECOND);
            assertThat(declined()).containsExactly("no", "no");
        }
    }

    private Session open(Map<String, String> wire, Codec codec, Wiring wiring, Clock clock) {
        return Session.open(
                Rig.standard(),
                Rig.bench(Map.of(), "safe-state", wire),
                new Adapters(List.of(), List.of(codec)),
                wiring,
                clock,
                recorded::add);
    }

    /** It answers each stamp in 5 ms, the first two with no. */
    private Session opening(VirtualClock clock) {
        AtomicInteger stamps = new AtomicInteger();
        Wiring wiring = (channel, to) -> wire(command -> {
            String answer = command.startsWith("stamp") && stamps.incrementAndGet() <= 2 ? "no" : "yes";
            Packet packet = Packet.of(answer.getBytes(StandardCharsets.UTF_8));
            clock.schedule(clock.now() + 5 * MS, () -> to.received(clock.now(), packet));
        });
        return open(Map.of("on-open", "stamp", "on-close", "stamp"), new Asking(), wiring, clock);
    }

    private List<String> events() {
        return recorded.stream()
                .filter(ChannelEvent.class::isInstance)
                .map(ChannelEvent.class::cast)
                .filter(event -> event.channel().equals("wire"))
                .map(event -> event.time() / MS + " " + event.kind())
                .toList();
    }

    /** Whatever is sent next must not take the answer for its own: the device was never started. */
    @Test
    void aChannelStandsOnlyOnceWhatItSendsOnOpeningIsAccepted() {
        VirtualClock clock = new VirtualClock();
        try (Session session = opening(clock)) {
            assertThat(events()).containsExactly("0 OPENED", "5 LOST");
            session.send("go", Map.of("where", "up"));
            clock.await(() -> false, 10 * Rig.SECOND);
            assertThat(events()).containsExactly("0 OPENED", "5 LOST", "2010 LOST", "4015 RESTORED");
            assertThat(session.timeline().lostChannelsNow()).isEmpty();
        }
    }

    /** It would be started again once it was told to stop. */
    @Test
    void nothingIsBegunAgainOnAChannelThatIsBeingClosed() {
        VirtualClock clock = new VirtualClock();
        Wiring wiring = (channel, to) -> wire(command -> {
            sent.add(command);
            if (command.startsWith("stamp")) {
                to.received(clock.now(), Packet.of("no".getBytes(StandardCharsets.UTF_8)));
            }
        });
        try (Session session = open(Map.of("on-open", "stamp", "on-close", "stamp"), new Asking(), wiring, clock)) {
            clock.await(() -> false, 1990 * MS);
            session.repeat("beat", 100 * Rig.SECOND);
        }
        assertThat(sent).containsExactly("stamp 2026-01-01T00:00:00Z", "beat 1", "stamp 2026-01-01T00:00:02.010Z");
    }

    /** The transport has told why; what was on its way when it broke shows nothing more. */
    @Test
    void aQuestionThatALossCutsShortIsNoLossOfItsOwn() {
        VirtualClock clock = new VirtualClock();
        Wiring wiring = (channel, to) -> wire(question -> {
            to.lost(Text.same("unplugged"));
            throw new BenchException(Problem.of(Text.same("not written"), Text.same("plug it in")));
        });
        try (Session session = open(Map.of(), new Busy(), wiring, clock)) {
            clock.await(() -> false, 7 * Rig.SECOND);
            assertThat(session.timeline().lostChannelsNow()).isNotEmpty();
            assertThat(events()).containsExactly("0 OPENED", "6000 LOST");
        }
    }

    /** Who looks at the plan may have to wait for who records: what stops a device must not. */
    @Test
    void aCommandIsOnTheWireBeforeThePlanIsLookedAt() {
        Overflowing plan = new Overflowing() {
            @Override
            public long dueAt() {
                sent.add("due?");
                return Long.MAX_VALUE;
            }
        };
        try (Session session = open(Map.of(), plan, (channel, to) -> wire(sent::add), new VirtualClock())) {
            sent.clear();
            session.send("go", Map.of("where", "up"));
            assertThat(sent).containsExactly("due?", "go up", "due?");
        }
    }

    /** Nobody refused anything: the transport says why, and when the channel is back. */
    @Test
    void aLossBeforeTheAnswerIsNoRefusalOfWhatIsSentOnOpening() {
        VirtualClock clock = new VirtualClock();
        Wiring wiring = (channel, to) -> {
            if (channel.name().equals("wire")) {
                clock.schedule(3 * MS, () -> to.lost(Text.same("unplugged")));
                clock.schedule(Rig.SECOND, to::restored);
            }
            return wire(command -> {
                if (clock.now() > 0) {
                    to.received(clock.now(), Packet.of("yes".getBytes(StandardCharsets.UTF_8)));
                }
            });
        };
        try (Session session = open(Map.of("on-open", "stamp"), new Asking(), wiring, clock)) {
            clock.await(() -> false, 10 * Rig.SECOND);
            assertThat(session.timeline().lostChannels())
                    .extracting(event -> event.detail().en())
                    .containsExactly("unplugged");
        }
        assertThat(events()).startsWith("0 OPENED", "3 LOST", "1000 RESTORED").hasSize(4);
    }

    @Test
    void whatEndsAChannelWaitsInVirtualTimeToo() {
        VirtualClock clock = new VirtualClock();
        Asking line = new Asking();
        try (Session session = open(Map.of("on-close", "stamp"), line, (channel, to) -> wire(sent::add), clock)) {
            session.send("go", Map.of("where", "up"));
        }
        assertThat(line.askedOnAFreeLine).isEqualTo(sent).hasSize(2);
        assertThat(clock.now()).isEqualTo(20 * MS);
    }

    /** It would set a device going that was just told to stop. */
    @Test
    void whatAStepWaitsToSendDoesNotGoOutOnceTheRunIsInterrupted() {
        VirtualClock clock = new VirtualClock();
        try (Session session = open(Map.of(), new Busy(), (channel, to) -> wire(sent::add), clock)) {
            clock.schedule(2 * Rig.SECOND, session::interrupt);
            assertThatThrownBy(() -> session.send("go", Map.of("where", "up")))
                    .isInstanceOf(InterruptedRunException.class);
            assertThat(sent).containsExactly("safe-state");
        }
    }

    /** What stops the device does, at once. */
    @Test
    void norOnceItsClockHasEnded() {
        try (LiveClock clock = new LiveClock();
                Session session = open(Map.of(), new Busy(), (channel, to) -> wire(sent::add), clock)) {
            clock.interrupt();
            assertThatThrownBy(() -> session.send("go", Map.of("where", "up")))
                    .isInstanceOf(InterruptedRunException.class);
            assertThatThrownBy(() -> session.repeat("beat", 100 * Rig.SECOND))
                    .isInstanceOf(InterruptedRunException.class);
            session.stopRepeating();
            assertThat(sent).isEmpty();
            session.safeState();
            assertThat(sent).containsExactly("safe-state");
        }
    }

    /** A device that only answers would fall silent. */
    @Test
    void thePlanGoesOnAfterACommandThatTookLongToMake() {
        VirtualClock clock = new VirtualClock();
        Adapters adapters = new Adapters(List.of(), List.of(new Planned(clock)));
        try (Session session = Session.open(
                Rig.standard(), Rig.bench(Map.of()), adapters, (channel, to) -> wire(sent::add), clock, o -> {})) {
            clock.await(() -> false, 5 * MS);
            session.send("go", Map.of("where", "up"));
            clock.await(() -> false, 35 * MS);
            assertThat(sent).containsExactly("level?", "go up", "level?", "level?", "level?");
        }
    }

    /** Two frames without a silence between them are one with a wrong CRC: neither would be taken. */
    @Test
    void whatEndsAChannelKeepsClearOfTheCommandBeforeItAfterAnInterruptionToo() {
        Asking line = new Asking();
        try (LiveClock clock = new LiveClock();
                Session session = open(Map.of("on-close", "stamp"), line, (channel, to) -> wire(sent::add), clock)) {
            session.interrupt();
            clock.interrupt();
            session.safeState();
        }
        assertThat(sent).hasSize(3).startsWith("safe-state", "safe-state");
        assertThat(line.askedOnAFreeLine).endsWith(sent.get(2));
    }

    /** The clock would only log it: nothing would be asked any more, and the device would look silent. */
    @Test
    void anErrorOfThePlanIsALossOfTheChannel() {
        VirtualClock clock = new VirtualClock();
        Adapters adapters = new Adapters(List.of(), List.of(new Overflowing()));
        try (Session session = Session.open(
                Rig.standard(), Rig.bench(Map.of()), adapters, (channel, to) -> wire(sent::add), clock, o -> {})) {
            clock.await(() -> false, 2 * Rig.SECOND);
            assertThat(session.timeline().lostChannelsNow())
                    .extracting(event -> event.channel() + ": " + event.detail().en())
                    .singleElement()
                    .asString()
                    .startsWith("wire: codec pairs failed: java.lang.StackOverflowError");
        }
    }
}
