package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.HarnessException;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
import org.plumbline.mcap.RecordWalk;
import org.plumbline.run.RunPlan;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;

@Timeout(60)
class RecorderTest {

    private static final int MANY = 200_000;

    private static RunPlan plan() {
        return RecordingMain.plan(Path.of("nowhere"), "live", CaptureTest.bench(name -> null));
    }

    private static Observation sample(long time) {
        return new Observation.Sample(time, "level", new Value.Numeric(time));
    }

    @Test
    void aSinkThatStandsStillHoldsTheRunUpAndLosesNothing() throws IOException {
        CountDownLatch opened = new CountDownLatch(1);
        Gate gate = new Gate(opened);
        AtomicInteger taken = new AtomicInteger();
        Recorder recorder = Recorder.to(gate, plan(), Recorder.clock(), TimeUnit.MINUTES.toNanos(10));
        gate.close = true;
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= MANY; i++) {
                recorder.accept(sample(i));
                taken.incrementAndGet();
            }
        });
        int[] before = {-1};
        Awaitility.await("the run stands still")
                .pollInterval(300, TimeUnit.MILLISECONDS)
                .until(() -> before[0] == (before[0] = taken.get()) && before[0] >= 65_536);
        assertThat(run).isNotDone();
        assertThat(taken.get()).isLessThan(MANY);
        opened.countDown();
        run.join();
        recorder.close();
        assertThat(RecordWalk.messages(gate.written.toByteArray()))
                .extracting(RecordWalk.Message::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, MANY).boxed().toList());
    }

    /** The recorder's clock stands still while the test does not move it on. */
    @Test
    void whatWasRecordedGoesToDiskWhenItsClockSaysSo() throws IOException {
        AtomicLong clock = new AtomicLong();
        Disk disk = new Disk();
        Recorder recorder = Recorder.to(disk, plan(), clock::get, TimeUnit.MINUTES.toNanos(10));
        int begins = disk.flushed();
        recorder.accept(sample(1));
        assertThat(disk.flushed()).isEqualTo(begins);
        for (int round = 1; round <= 5; round++) {
            int before = disk.flushed();
            Awaitility.await("a flush").until(() -> {
                clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(50));
                return disk.flushed() > before;
            });
            assertThat(RecordWalk.messages(disk.written()))
                    .extracting(RecordWalk.Message::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, round).boxed().toList());
            recorder.accept(sample(round + 1));
        }
        recorder.close();
    }

    /** The run ends, and with it the wait. */
    @Test
    void aSinkThatStandsStillForTooLongEndsTheRun() throws IOException {
        CountDownLatch opened = new CountDownLatch(1);
        Gate gate = new Gate(opened);
        Recorder recorder = Recorder.to(gate, plan(), Recorder.clock(), TimeUnit.SECONDS.toNanos(1));
        Thread writing = writing();
        CompletableFuture<HarnessException> told = new CompletableFuture<>();
        recorder.onFailure(told::complete);
        gate.close = true;
        for (int i = 1; i <= MANY; i++) {
            recorder.accept(sample(i));
        }
        String sentence = told.orTimeout(30, TimeUnit.SECONDS).join().message(Language.EN);
        assertThat(sentence)
                .isEqualTo(
                        "the disk is too slow or the computer too busy: nothing was written for 1 s and the queue is full;"
                                + " nothing is recorded from 0.000 s on; use a disk that is faster or less busy (--out), and see"
                                + " whether the computer is too busy");
        assertThatThrownBy(recorder::close).isInstanceOf(HarnessException.class).hasMessage(sentence);
        opened.countDown();
        assertThatThrownBy(recorder::close).isInstanceOf(HarnessException.class).hasMessage(sentence);
        Awaitility.await("the thread goes on").until(() -> !writing.isAlive());
        List<RecordWalk.Message> messages = RecordWalk.messages(gate.written.toByteArray());
        assertThat(messages)
                .extracting(RecordWalk.Message::sequence)
                .hasSizeLessThan(Backlog.CAPACITY)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, messages.size()).boxed().toList());
    }

    /** The disk goes on before the end: what stood in the backlog is there, what came after it is not. */
    @ParameterizedTest(name = "who recorded said how it ended: {0}")
    @ValueSource(booleans = {true, false})
    void aCaptureThatLacksItsTailSaysSo(boolean said) throws IOException {
        CountDownLatch opened = new CountDownLatch(1);
        Gate gate = new Gate(opened);
        Recorder recorder = Recorder.to(gate, plan(), Recorder.clock(), TimeUnit.SECONDS.toNanos(1));
        CompletableFuture<HarnessException> told = new CompletableFuture<>();
        recorder.onFailure(told::complete);
        gate.close = true;
        for (int i = 1; i <= MANY; i++) {
            recorder.accept(sample(i));
        }
        HarnessException why = told.orTimeout(30, TimeUnit.SECONDS).join();
        opened.countDown();
        Text other = new Text("另一件事", "something else");
        if (said) {
            recorder.ends(new RecordedEnd(List.of(other), false));
        }
        assertThatThrownBy(recorder::close).isSameAs(why);
        byte[] capture = gate.written.toByteArray();
        assertThat(RecordWalk.messages(capture)).hasSizeLessThan(MANY);
        try (McapReader reader = McapReader.of(capture, McapReaderOptions.forRecovery())) {
            assertThat(reader.summary().metadataIndexes())
                    .filteredOn(index -> index.name().equals(RecordedEnd.METADATA))
                    .singleElement()
                    .satisfies(index -> assertThat(
                                    RecordedEnd.of(reader.metadata(index).values()))
                            .isEqualTo(new RecordedEnd(said ? List.of(other) : List.of(), false)
                                    .with(new Text(why.message(Language.ZH), why.message(Language.EN)))));
        }
    }

    /** What is sealed then gets no more than what the disk had taken on already: no chunk, no line of the chain. */
    @Test
    void aSinkThatGoesOnAfterItWasLeftTakesOnlyWhatItHad() throws IOException {
        CountDownLatch opened = new CountDownLatch(1);
        Gate gate = new Gate(opened);
        ByteArrayOutputStream chain = new ByteArrayOutputStream();
        Recorder recorder =
                Recorder.to(new ChainedFile(gate, chain), plan(), Recorder.clock(), TimeUnit.SECONDS.toNanos(1));
        Thread writing = writing();
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        gate.close = true;
        for (int i = 0; i < 10; i++) {
            recorder.accept(new Observation.Frame(i, "wire", Direction.RECEIVED, Packet.of(noise)));
        }
        assertThatThrownBy(recorder::close).isInstanceOf(HarnessException.class);
        byte[] sealed = gate.written.toByteArray();
        byte[] links = chain.toByteArray();
        assertThat(links).isNotEmpty();
        opened.countDown();
        Awaitility.await("the thread goes on").until(() -> !writing.isAlive());
        assertThat(gate.written.size()).isEqualTo(sealed.length + gate.waiting);
        assertThat(Arrays.copyOf(gate.written.toByteArray(), sealed.length)).isEqualTo(sealed);
        assertThat(chain.toByteArray()).isEqualTo(links);
    }

    /** Of the recorder that was made last. */
    private static Thread writing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("plumbline-capture"))
                .max(Comparator.comparingLong(Thread::getId))
                .orElseThrow();
    }

    @Test
    void aSinkThatStandsStillAtTheEndKeepsNobodyWaitingForEver() throws IOException {
        Gate gate = new Gate(new CountDownLatch(1));
        Recorder recorder = Recorder.to(gate, plan(), Recorder.clock(), TimeUnit.SECONDS.toNanos(1));
        gate.close = true;
        recorder.accept(sample(1));
        assertThatThrownBy(recorder::close)
                .isInstanceOf(HarnessException.class)
                .hasMessageStartingWith("nothing was written to the disk for 1 s; at least ");
    }

    @Test
    void aSinkThatStandsStillGivesItsReserveBack(@TempDir Path folder) throws IOException {
        Reserve reserve = Reserve.beside(folder.resolve("run.mcap"));
        reserve.take();
        Gate gate = new Gate(new CountDownLatch(1));
        Recorder recorder = Recorder.to(gate, plan(), Recorder.clock(), TimeUnit.SECONDS.toNanos(1), reserve);
        gate.close = true;
        recorder.accept(sample(1));
        assertThat(folder).isNotEmptyDirectory();
        assertThatThrownBy(recorder::close).hasMessageStartingWith("nothing was written to the disk for 1 s; ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theReserveIsHeldUntilTheEnd(@TempDir Path folder) {
        Recorder recorder = Recorder.open(RecordingMain.plan(folder, "live", CaptureTest.bench(name -> null)));
        Path reserve = folder.resolve("data/capture/.reserve");
        assertThat(reserve).hasSize(Reserve.BYTES);
        recorder.close();
        assertThat(reserve).doesNotExist();
    }

    /** As by a file system that compresses what it holds. */
    @Test
    void theReserveCannotBeMadeSmaller(@TempDir Path folder) throws IOException {
        Reserve reserve = Reserve.beside(folder.resolve("run.mcap"));
        reserve.take();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream best = new DeflaterOutputStream(compressed, new Deflater(Deflater.BEST_COMPRESSION))) {
            Files.copy(reserve.file(), best);
        }
        assertThat(compressed.size()).isGreaterThanOrEqualTo(Reserve.BYTES);
    }

    /** The backlog is long empty while the summary is written. */
    @Test
    void aSinkThatIsSlowAtTheEndIsWaitedFor() throws IOException {
        Gate gate = new Gate(new CountDownLatch(1));
        gate.patienceMillis = 300;
        Recorder recorder = Recorder.to(gate, plan(), () -> 0, TimeUnit.SECONDS.toNanos(2));
        gate.close = true;
        recorder.accept(sample(1));
        recorder.close();
        assertThat(gate.slow).as("writes that took long").isGreaterThan(8);
        assertThat(RecordWalk.messages(gate.written.toByteArray())).hasSize(1);
    }

    @Test
    void aFullDiskIsMadeKnownAtOnceAndOnce() throws IOException {
        Recorder recorder = Recorder.to(new FullDisk(100_000), plan());
        CompletableFuture<HarnessException> told = new CompletableFuture<>();
        AtomicInteger times = new AtomicInteger();
        recorder.onFailure(why -> {
            times.incrementAndGet();
            told.complete(why);
        });
        Random noise = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[1024];
            noise.nextBytes(bytes);
            recorder.accept(new Observation.Frame(i, "wire", Direction.RECEIVED, Packet.of(bytes)));
        }
        String sentence = told.orTimeout(30, TimeUnit.SECONDS).join().message(Language.EN);
        assertThat(sentence)
                .isEqualTo(
                        "the capture cannot be written: no space is left on the disk; check disk space and permissions of"
                                + " folder nowhere; what was written stays readable");
        for (int i = 0; i < MANY; i++) {
            recorder.accept(sample(i));
        }
        assertThatThrownBy(recorder::close).isInstanceOf(HarnessException.class).hasMessage(sentence);
        assertThat(times).hasValue(1);
    }

    /** Its thread ends, and what was not written yet would be missing without a word. */
    @Test
    void anErrorWhileItWritesIsMadeKnownToo() throws IOException {
        OutputStream disk = new FullDisk(2_000) {
            @Override
            public void write(int value) {
                try {
                    super.write(value);
                } catch (IOException full) {
                    throw new OutOfMemoryError("Java heap space");
                }
            }
        };
        Recorder recorder = Recorder.to(disk, plan());
        for (int i = 0; i < 10_000; i++) {
            recorder.accept(sample(i));
        }
        assertThatThrownBy(recorder::close)
                .isInstanceOf(HarnessException.class)
                .hasMessageContaining("the capture cannot be written: ")
                .hasMessageContaining("Java heap space");
    }

    @Test
    void whoAsksLateIsToldToo() throws IOException {
        Recorder recorder = Recorder.to(new FullDisk(2_000), plan());
        for (int i = 0; i < 10_000; i++) {
            recorder.accept(sample(i));
        }
        assertThatThrownBy(recorder::close).isInstanceOf(HarnessException.class);
        CompletableFuture<HarnessException> told = new CompletableFuture<>();
        recorder.onFailure(told::complete);
        assertThat(told.orTimeout(30, TimeUnit.SECONDS).join().problems()).hasSize(1);
        assertThat(List.of(told.join().message(Language.ZH))).allMatch(zh -> zh.startsWith("原始记录无法写入: "));
    }

    /** What was flushed stays, whatever happens to the process. */
    private static final class Disk extends ByteArrayOutputStream {

        private byte[] durable = new byte[0];

        @Override
        public synchronized void flush() {
            durable = toByteArray();
        }

        synchronized int flushed() {
            return durable.length;
        }

        synchronized byte[] written() {
            return durable;
        }
    }

    /** A disk that takes nothing until the gate is opened. */
    private static final class Gate extends OutputStream {

        private final CountDownLatch opened;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private volatile boolean close;

        /** After so long it takes a write all the same. */
        private long patienceMillis = Long.MAX_VALUE;

        /** Bytes of the write that had to wait. */
        private volatile int waiting;

        /** How many writes had to wait. */
        private volatile int slow;

        Gate(CountDownLatch opened) {
            this.opened = opened;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                if (close) {
                    waiting = waiting == 0 ? length : waiting;
                    slow++;
                    opened.await(patienceMillis, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            written.write(bytes, from, length);
        }
    }
}
