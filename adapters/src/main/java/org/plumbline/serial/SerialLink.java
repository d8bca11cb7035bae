package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** An open port: one thread reads, anybody may write. */
final class SerialLink implements Link {

    private static final int BUFFER = 1 << 16;
    private static final long CLOSE_MILLIS = 2_000;

    private final ChannelSpec channel;
    private final SerialPort port;
    private final Receiver receiver;
    private final Thread reader;
    private volatile boolean open = true;

    SerialLink(ChannelSpec channel, SerialPort port, Receiver receiver) {
        this.channel = channel;
        this.port = port;
        this.receiver = receiver;
        this.reader = new Thread(this::read, "plumbline-serial-" + channel.name());
        reader.setDaemon(true);
    }

    void start() {
        reader.start();
    }

    private void read() {
        byte[] buffer = new byte[BUFFER];
        while (open) {
            int count = port.readBytes(buffer, buffer.length);
            long time = receiver.now();
            if (count > 0) {
                receiver.received(time, Packet.of(Arrays.copyOf(buffer, count)));
            } else if (open && (count < 0 || port.bytesAvailable() < 0)) {
                open = false;
                receiver.lost(new Text("串口断开", "the serial port is gone"));
            }
        }
    }

    @Override
    public synchronized void send(Packet packet) {
        byte[] bytes = packet.payload();
        int offset = 0;
        while (open && offset < bytes.length) {
            int written = port.writeBytes(bytes, bytes.length - offset, offset);
            if (written <= 0) {
                break;
            }
            offset += written;
        }
        if (offset < bytes.length) {
            throw new BenchException(Problem.of(
                    new Text("通道 %s 的串口已断开，无法发送", "channel %s: the serial port is gone, nothing can be sent")
                            .with(channel.name()),
                    new Text("请检查接线后重新运行", "check the cable and run again")));
        }
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
    }
}
