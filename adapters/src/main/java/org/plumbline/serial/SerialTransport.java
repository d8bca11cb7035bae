package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.function.LongSupplier;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Loopback;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.error.BenchException;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * Serial ports. A missing port shows at {@code getCommPort} on Linux and only at {@code openPort} on Windows; both become
 * the same error here.
 */
public final class SerialTransport implements Transport {

    private static final int READ_TIMEOUT_MILLIS = 100;

    @Override
    public String name() {
        return "serial";
    }

    @Override
    public List<Key> keys() {
        return SerialSettings.KEYS;
    }

    @Override
    public Loopback loopback(ChannelSpec channel, LongSupplier now) {
        return SerialLoopback.through(this, channel, now);
    }

    @Override
    public Link open(ChannelSpec channel, Receiver receiver) {
        SerialSettings settings = SerialSettings.of(channel.settings());
        SerialPort port = find(channel, settings);
        PortLock lock = lock(channel, settings, port);
        port.setComPortParameters(settings.baud(), settings.dataBits(), settings.stopBits(), settings.parity());
        port.setFlowControl(settings.flow());
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MILLIS, 0);
        if (!port.openPort(0)) {
            lock.close();
            throw refused(channel, settings);
        }
        SerialLink link =
                new SerialLink(channel, port, lock, receiver, LineCounters.of(Path.of(port.getSystemPortPath())));
        link.start();
        return link;
    }

    /** Of a path that is not there the library tries the last part in /dev, which may be another port altogether. */
    private static SerialPort find(ChannelSpec channel, SerialSettings settings) {
        Path device = Path.of(settings.port());
        boolean missing = device.isAbsolute() && !Files.exists(device);
        if (unix() && (missing || Files.isRegularFile(device) || Files.isDirectory(device))) {
            throw refused(channel, settings);
        }
        try {
            return SerialPort.getCommPort(settings.port());
        } catch (SerialPortInvalidPortException e) {
            throw refused(channel, settings);
        }
    }

    /** Before the port is opened, since opening alone changes the line settings under whoever reads it. */
    private static PortLock lock(ChannelSpec channel, SerialSettings settings, SerialPort port) {
        if (!unix()) {
            return PortLock.needless();
        }
        try {
            PortClaim claim = PortLock.claim(Path.of(port.getSystemPortPath()));
            if (claim instanceof PortClaim.Granted granted) {
                return granted.lock();
            }
            String pid = ((PortClaim.Held) claim).pid();
            throw refused(
                    channel,
                    settings,
                    new Text("准绳的进程 %s 正在使用它", "Plumbline's process %s is using it").with(pid),
                    new Text(
                            "请等待该进程结束，或为这个通道换一个端口", "wait until that process ends, or give this channel another port"));
        } catch (IOException e) {
            throw refused(
                    channel,
                    settings,
                    new Text("无法在临时文件夹中为它加锁（%s）", "it cannot be locked in the folder for temporary files (%s)")
                            .with(FileTrouble.words(e)),
                    new Text("请检查 %s 的权限和空间", "check permissions and space of %s")
                            .with(System.getProperty("java.io.tmpdir")));
        }
    }

    private static BenchException refused(ChannelSpec channel, SerialSettings settings) {
        Path device = Path.of(settings.port());
        Text cause;
        Text remedy = new Text("用 plumbline ports 查看可用端口", "see plumbline ports for what is there");
        if (unix() && !Files.exists(device)) {
            cause = new Text("没有这个端口", "there is no such port");
        } else if (unix() && (Files.isRegularFile(device) || Files.isDirectory(device))) {
            cause = new Text("它不是串口设备", "it is not a serial port");
        } else if (unix() && !Files.isWritable(device)) {
            String group = group(device);
            cause = new Text("没有访问权限，端口属于组 %s", "access is denied; the port belongs to the group %s").with(group);
            remedy = new Text("将用户加入组 %s 后重新登录", "add your user to the group %s and log in again").with(group);
        } else {
            cause = new Text("端口不存在或被其他程序占用", "it does not exist or another program uses it");
        }
        return refused(channel, settings, cause, remedy);
    }

    private static BenchException refused(ChannelSpec channel, SerialSettings settings, Text cause, Text remedy) {
        return new BenchException(Problem.of(
                new Text(
                        "通道 %s 的串口 %s 无法打开: %s".formatted(channel.name(), settings.shownPort(), cause.zh()),
                        "channel %s: serial port %s cannot be opened: %s"
                                .formatted(channel.name(), settings.shownPort(), cause.en())),
                remedy));
    }

    static boolean unix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static String group(Path device) {
        try {
            return Files.readAttributes(device, PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (IOException e) {
            return "?";
        }
    }
}
