package org.plumbline.tcp;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.socket.Unconnected;
import org.plumbline.text.Text;
import org.slf4j.LoggerFactory;

/** A connection: one thread reads, watches over the writing and connects again where it may; anybody may write. */
final class TcpLink implements Link {

    private static final int BUFFER = 1 << 16;
    private static final int LOOK_MILLIS = 100;
    private static final long CLOSE_MILLIS = 2_000;
    private static final long RETRY_MILLIS = 1_000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final long IDLE = Long.MAX_VALUE;

    /** A far end that lost its power says nothing: after 1 s of silence its computer is asked, every second, four times. */
    private static final int PROBE_SECONDS = 1;

    private static final int PROBES = 4;

    private final String channel;
    private final TcpSettings settings;
    private final Receiver receiver;
    private final Thread reader;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Socket socket = new Socket();
    private volatile boolean up;
    private volatile boolean stuck;
    private volatile long writingSince = IDLE;

    /** When something came last, or the connection was made, in nanoseconds since the run's start. */
    private volatile long heard;

    TcpLink(String channel, TcpSettings settings, Receiver receiver) {
        this.channel = channel;
        this.settings = settings;
        this.receiver = receiver;
        this.reader = new Thread(this::run, "plumbline-tcp-" + channel);
        reader.setDaemon(true);
    }

    void open() throws IOException {
        connect();
        reader.start();
    }

    private void connect() throws IOException {
        Socket fresh = new Socket();
        socket = fresh;
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        try {
            if (isClosed()) {
                throw new EOFException();
            } else if (address.isUnresolved()) {
                throw new UnknownHostException(settings.shownHost());
            }
            connect(fresh, address);
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(LOOK_MILLIS);
            probe(fresh);
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
        heard = receiver.now();
        stuck = false;
        up = true;
    }

    private void connect(Socket fresh, InetSocketAddress address) throws IOException {
        try {
            fresh.connect(address, (int) TimeUnit.SECONDS.toMillis(settings.connectSeconds()));
        } catch (SocketException e) {
            throw Unconnected.of(e);
        }
    }

    /** Some systems let only switch it on, and then ask after two hours. */
    static void probe(Socket socket) throws IOException {
        socket.setKeepAlive(true);
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, PROBE_SECONDS);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, PROBE_SECONDS);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        byte[] buffer = new byte[BUFFER];
        try {
            while (up) {
                readOnce(buffer);
                if (!up && settings.reconnect()) {
                    reconnect();
                }
            }
        } catch (RuntimeException | Error e) {
            LoggerFactory.getLogger(TcpLink.class).debug("channel {}: bytes could not be taken", channel, e);
            lost(receiver.now(), new Text("无法处理收到的数据（%s）", "what arrived could not be processed (%s)").with(e));
        }
    }

    private void readOnce(byte[] buffer) {
        try {
            int count = socket.getInputStream().read(buffer);
            long time = receiver.now();
            if (count < 0) {
                throw new EOFException();
            }
            heard = time;
            receiver.received(time, Packet.of(Arrays.copyOf(buffer, count)));
        } catch (SocketTimeoutException e) {
            look();
        } catch (EOFException e) {
            lost(receiver.now(), TcpCause.of(e)); // all that came before it is here
        } catch (IOException e) {
            lost(heard, TcpCause.of(e));
        }
        if (receiver.now() - PATIENCE > writingSince) {
            stuck = true;
            lost(heard, new Text("对方长时间不接收数据", "the other side has not taken any bytes for a long time"));
        }
    }

    private void look() {
        long most = TimeUnit.SECONDS.toNanos(settings.silenceSeconds());
        if (most > 0 && receiver.now() - heard > most) {
            lost(heard, new Text("%d s 内未收到任何字节", "no byte has come for %d s").with(settings.silenceSeconds()));
        }
    }

    private void reconnect() {
        while (!up && !isClosed()) {
            try {
                if (closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                connect();
                receiver.restored();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                LoggerFactory.getLogger(TcpLink.class).debug("channel {}: not yet there again", channel, e);
            }
        }
    }

    /** @param since until when all that was sent has come, in nanoseconds since the run's start */
    private void lost(long since, Text cause) {
        if (up) {
            up = false;
            shut();
            if (!isClosed()) {
                receiver.lost(since, cause);
            }
        }
    }

    /** Also ends a read, a write or a connecting that waits. */
    private void shut() {
        try {
            socket.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(TcpLink.class).debug("channel {}: closing failed", channel, e);
        }
    }

    /** A socket's write has no time-out: a peer that does not read can hold it for ever. */
    @Override
    public synchronized void send(Packet packet) {
        if (!up) {
            throw new BenchException(stuck ? full() : gone());
        }
        writingSince = receiver.now();
        try {
            socket.getOutputStream().write(packet.payload());
        } catch (IOException e) {
            throw new BenchException(stuck ? full() : gone(), e);
        } finally {
            writingSince = IDLE;
        }
    }

    private Problem gone() {
        return Problem.of(
                new Text("通道 %s 的 TCP 连接已断开，无法发送", "channel %s: the TCP connection is gone, nothing can be sent")
                        .with(channel),
                new Text("请检查网络和串口服务器后重新运行", "check the network and the serial server, and run again"));
    }

    private Problem full() {
        return Problem.of(
                new Text("通道 %s 的对方不接收数据，无法发送", "channel %s: the other side takes no bytes, nothing can be sent")
                        .with(channel),
                new Text("请检查对方是否在读取", "check that the other side reads"));
    }

    @Override
    public boolean reconnects() {
        return settings.reconnect();
    }

    @Override
    public void close() {
        closed.countDown();
        up = false;
        shut();
        try {
            if (Thread.currentThread() != reader) {
                reader.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
