package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.slf4j.LoggerFactory;

/** An open port: one thread reads and watches over the writing, anybody may write. */
final class SerialLink implements Link {

    private static final int BUFFER = 1 << 16;
    private static final long CLOSE_MILLIS = 2_000;

    /** So little at a time that at 300 baud (30 bytes a second) it leaves within {@link #PATIENCE}. */
    private static final int WRITE_CHUNK = 128;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final long BETWEEN_COUNTS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long IDLE = Long.MAX_VALUE;

    private final ChannelSpec channel;
    private final SerialPort port;
    private final PortLock lock;
    private final Receiver receiver;
    private final Supplier<OptionalLong> overruns;
    private final Thread reader;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean open = true;
    private volatile boolean stuck;
    private volatile long writingSince = IDLE;
    private OptionalLong known;
    private long counted;

    /** @param overruns how often what had arrived was thrown away since the port exists; empty where nobody counts */
    SerialLink(
            ChannelSpec channel, SerialPort port, PortLock lock, Receiver receiver, Supplier<OptionalLong> overruns) {
        this.channel = channel;
        this.port = port;
        this.lock = lock;
        this.receiver = receiver;
        this.overruns = overruns;
        this.known = overruns.get();
        this.reader = new Thread(this::read, "plumbline-serial-" + channel.name());
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

    private void read() {
        byte[] buffer = new byte[BUFFER];
        try {
            while (open) {
                readOnce(buffer);
            }
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(SerialLink.class).error("channel {}: bytes could not be taken", channel.name(), e);
            lost(new Text("无法处理收到的数据（%s）", "what arrived could not be processed (%s)").with(e));
        }
    }

    private void readOnce(byte[] buffer) {
        int count = port.readBytes(buffer, buffer.length);
        long time = receiver.now();
        if (count > 0) {
            receiver.received(time, Packet.of(Arrays.copyOf(buffer, count)));
        } else if (count < 0 || port.bytesAvailable() < 0) {
            lost(new Text("串口断开", "the serial port is gone"));
        }
        if (time - counted > BETWEEN_COUNTS) {
            counted = time;
            count();
        }
        if (time - PATIENCE > writingSince) {
            stuck = true;
            lost(new Text("串口长时间不接收数据", "the serial port has not taken any bytes for a long time"));
            port.closePort();
        }
    }

    private void count() {
        OptionalLong now = overruns.get();
        if (now.isPresent() && known.isPresent() && now.getAsLong() != known.getAsLong()) {
            receiver.overrun(new Text("串口接收缓冲区溢出 %d 次", "the serial port's buffer overran %d times")
                    .with(now.getAsLong() - known.getAsLong()));
        }
        known = now;
    }

    private void lost(Text cause) {
        if (open) {
            open = false;
            receiver.lost(cause);
        }
    }

    /** The operating system's write has no time-out: flow control or a peer that does not read can hold it for ever. */
    @Override
    public synchronized void send(Packet packet) {
        byte[] bytes = packet.payload();
        int offset = 0;
        while (open && offset < bytes.length) {
            writingSince = receiver.now();
            int written = port.writeBytes(bytes, Math.min(WRITE_CHUNK, bytes.length - offset), offset);
            writingSince = IDLE;
            if (written <= 0) {
                break;
            }
            offset += written;
        }
        if (!open || offset < bytes.length) {
            throw new BenchException(stuck ? full() : gone());
        }
    }

    private Problem gone() {
        return Problem.of(
                new Text("通道 %s 的串口已断开，无法发送", "channel %s: the serial port is gone, nothing can be sent")
                        .with(channel.name()),
                new Text("请检查接线后重新运行", "check the cable and run again"));
    }

    private Problem full() {
        return Problem.of(
                new Text("通道 %s 的串口不接收数据，无法发送", "channel %s: the serial port takes no bytes, nothing can be sent")
                        .with(channel.name()),
                new Text("请检查流控设置以及对端是否在读取", "check flow-control and that the other side reads"));
    }

    @Override
    public void close() {
        open = false;
        try {
            if (Thread.currentThread() != reader) {
                reader.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        port.closePort();
        lock.close();
        OpenLinks.closed(this);
        closed.countDown();
    }
}
