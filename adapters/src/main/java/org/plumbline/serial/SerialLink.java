package org.plumbline.serial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.slf4j.LoggerFactory;

/** A port: one thread reads, watches over the writing and opens it again where it may; anybody may write. */
final class SerialLink implements Link {

    private static final int BUFFER = 1 << 16;
    private static final long CLOSE_MILLIS = 2_000;
    private static final long SENDING_MILLIS = 5;

    /** So little at a time that at 300 baud (30 bytes a second) it leaves within {@link #PATIENCE}. */
    private static final int WRITE_CHUNK = 128;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final long BETWEEN_COUNTS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long IDLE = Long.MAX_VALUE;
    private static final long RETRY_MILLIS = 1_000;

    private final String channel;
    private final Supplier<OpenPort> opening;
    private final boolean reconnect;
    private final Receiver receiver;
    private final Thread reader;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile OpenPort line;
    private volatile boolean up = true;
    private volatile boolean stuck;
    private volatile long writingSince = IDLE;
    private final Object counting = new Object();
    private Optional<LineCount> known;
    private volatile long counted;
    private long watched;

    /**
     * Opens it.
     *
     * @param opening opens the port by whatever name it has now
     * @param reconnect whether to open it again after a loss
     */
    SerialLink(String channel, Supplier<OpenPort> opening, boolean reconnect, Receiver receiver) {
        this.channel = channel;
        this.opening = opening;
        this.reconnect = reconnect;
        this.receiver = receiver;
        this.line = opening.get();
        this.known = line.counters().get();
        this.counted = receiver.now();
        this.watched = counted;
        this.reader = new Thread(this::read, "plumbline-serial-" + channel);
        reader.setDaemon(true);
    }

    void start() {
        OpenLinks.opened(this);
        reader.start();
    }

    /** Waits until {@link #close} has been called and done its work; whether it has. */
    boolean awaitClosed(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void read() {
        byte[] buffer = new byte[BUFFER];
        try {
            while (up) {
                readOnce(buffer);
                if (!up && reconnect) {
                    reopen();
                }
            }
        } catch (RuntimeException | Error e) {
            LoggerFactory.getLogger(SerialLink.class).debug("channel {}: bytes could not be taken", channel, e);
            lost(new Text("无法处理收到的数据（%s）", "what arrived could not be processed (%s)").with(e));
        }
    }

    private void readOnce(byte[] buffer) {
        int count = line.port().readBytes(buffer, buffer.length);
        long time = receiver.now();
        if (count > 0) {
            // whoever takes these bytes for the first that came knows whether others were thrown away before
            count(false);
            receiver.received(time, Packet.of(Arrays.copyOf(buffer, count)));
        } else if (count < 0 || line.port().bytesAvailable() < 0) {
            lost(new Text("串口断开（%s）", "the serial port is gone (%s)")
                    .with(line.port().getSystemPortPath()));
        }
        if (time - counted > BETWEEN_COUNTS) {
            count(false);
        }
        if (time - PATIENCE > writingSince) {
            stuck = true;
            lost(new Text("串口长时间不接收数据", "the serial port has not taken any bytes for a long time"));
            line.port().closePort();
        }
    }

    /**
     * The old one is given up first: as long as it is open, an adapter that comes back gets another name. Where somebody else has
     * taken the port by then, that is why the channel stays lost.
     */
    private void reopen() {
        line.close();
        Text told = Text.same("");
        while (!up && !isClosing()) {
            try {
                if (closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                line = opening.get();
                synchronized (counting) {
                    known = line.counters().get();
                    counted = receiver.now();
                    watched = counted;
                    stuck = false;
                    up = true;
                }
                receiver.restored();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (PortHeldException e) {
                if (!e.words().equals(told)) {
                    told = e.words();
                    receiver.lost(told);
                }
            } catch (BenchException e) {
                LoggerFactory.getLogger(SerialLink.class).debug("channel {}: not yet there again", channel, e);
            }
        }
        if (isClosing()) {
            up = false;
            line.close();
        }
    }

    @Override
    public void count() {
        count(true);
    }

    private void count(boolean judging) {
        synchronized (counting) {
            if (up) {
                countUp();
                if (judging || counted - watched > BETWEEN_COUNTS) {
                    line.others().tell(receiver, watched, judging);
                    watched = counted;
                }
            }
        }
    }

    private void countUp() {
        long since = counted;
        counted = receiver.now();
        Optional<LineCount> now = line.counters().get();
        List<Text> gone = now.flatMap(count -> known.map(count::since)).orElse(List.of());
        if (!gone.isEmpty()) {
            receiver.overrun(since, Text.joined(gone));
        }
        known = now;
    }

    private void lost(Text cause) {
        if (up) {
            up = false;
            receiver.lost(cause);
        }
    }

    /** The operating system's write has no time-out: flow control or a peer that does not read can hold it for ever. */
    @Override
    public synchronized void send(Packet packet) {
        byte[] bytes = packet.payload();
        OpenPort to = line;
        int offset = 0;
        while (up && to == line && offset < bytes.length) {
            writingSince = receiver.now();
            int written = to.port().writeBytes(bytes, Math.min(WRITE_CHUNK, bytes.length - offset), offset);
            writingSince = IDLE;
            if (written <= 0) {
                break;
            }
            offset += written;
        }
        if (!up || offset < bytes.length) {
            throw new BenchException(stuck ? full() : gone());
        }
    }

    private Problem gone() {
        return Problem.of(
                new Text("通道 %s 的串口已断开，无法发送", "channel %s: the serial port is gone, nothing can be sent").with(channel),
                new Text("请检查接线后重新运行", "check the cable and run again"));
    }

    private Problem full() {
        return Problem.of(
                new Text("通道 %s 的串口不接收数据，无法发送", "channel %s: the serial port takes no bytes, nothing can be sent")
                        .with(channel),
                new Text("请检查流控设置以及对端是否在读取", "check flow-control and that the other side reads"));
    }

    @Override
    public boolean retune(int baud) {
        return up && line.port().setBaudRate(baud);
    }

    @Override
    public int discarded() {
        return line.discarded();
    }

    /** A port that has gone is noticed at once. */
    @Override
    public Optional<Runnable> checkAlive() {
        return Optional.of(() -> {});
    }

    @Override
    public boolean reconnects() {
        return reconnect;
    }

    @Override
    public void close() {
        closing.countDown();
        boolean stands = up;
        up = false;
        try {
            if (Thread.currentThread() != reader) {
                reader.join(CLOSE_MILLIS);
            }
            if (stands) {
                awaitSent();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        line.close();
        OpenLinks.closed(this);
        closed.countDown();
    }

    /** The last thing sent is the command that stops a device: 40 bytes take 42 ms at 9600 baud. */
    private void awaitSent() throws InterruptedException {
        for (long waited = 0; waited < CLOSE_MILLIS && line.unsent().getAsInt() > 0; waited += SENDING_MILLIS) {
            closed.await(SENDING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
