package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Carriage;
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

    /** The name in the files. */
    public static final String NAME = "serial";

    /** Of a port whose rate is not written, in bits a second. */
    public static final int USUAL_BAUD = 9600;

    private static final int READ_TIMEOUT_MILLIS = 100;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Carriage> carries() {
        return Optional.of(Carriage.STREAM);
    }

    @Override
    public List<Key> keys() {
        return SerialSettings.KEYS;
    }

    @Override
    public Optional<String> exclusive(ChannelSpec channel) {
        return channel.settings().text("port");
    }

    @Override
    public Loopback loopback(ChannelSpec channel, LongSupplier now) {
        return SerialLoopback.through(this, channel, now);
    }

    @Override
    public Link open(ChannelSpec channel, Receiver receiver) {
        SerialSettings settings = SerialSettings.of(channel.settings());
        try {
            SerialLink link =
                    new SerialLink(channel.name(), () -> open(channel, settings), settings.reconnect(), receiver);
            link.start();
            return link;
        } catch (PortHeldException e) {
            throw e.refusal();
        }
    }

    private static OpenPort open(ChannelSpec channel, SerialSettings wanted) {
        SerialSettings settings = named(channel, wanted);
        SerialPort port = find(channel, settings);
        PortLock lock = lock(channel, settings, port);
        Path path = Path.of(port.getSystemPortPath());
        PortWatch others = PortWatch.of(path);
        try {
            requireNobodyElse(channel, settings, others);
        } catch (PortHeldException e) {
            others.close();
            lock.close();
            throw e;
        }
        port.setComPortParameters(settings.baud(), settings.dataBits(), stopBits(settings), settings.parity());
        port.setFlowControl(settings.flow());
        settings.rs485().set(port);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MILLIS, 0);
        if (!opened(port)) {
            others.close();
            lock.close();
            throw refused(channel, settings);
        }
        int discarded = discardOld(port);
        Optional<Descriptor> descriptor = Descriptor.of(path);
        OpenPort open = new OpenPort(
                port, lock, LineCounters.of(descriptor, settings), port::bytesAwaitingWrite, others, discarded);
        try {
            descriptor.ifPresent(number -> number.keepOthersOut(path));
            requireNobodyElse(channel, settings, others);
            requireHeeded(channel, settings, path);
            return open;
        } catch (BenchException | PortHeldException e) {
            open.close();
            throw e;
        }
    }

    /**
     * A pseudo-terminal and many an adapter keep what comes while nobody has the port open: it would be taken for new. At once, for
     * a device that the opening itself resets begins to talk.
     *
     * @return how many bytes the driver showed; it may have held more
     */
    private static int discardOld(SerialPort port) {
        int waiting = port.bytesAvailable();
        port.flushIOBuffers();
        return Math.max(0, waiting);
    }

    private static void requireNobodyElse(ChannelSpec channel, SerialSettings settings, PortWatch others) {
        others.look().ifPresent(holder -> {
            throw held(
                    channel,
                    settings,
                    new Text("进程 %s已打开它", "process %s has it open").with(holder),
                    new Text("请结束该程序，或为这个通道换一个端口", "end that program, or give this channel another port"));
        });
    }

    /** While ports are listed none may be opened: the library drops those of its list that are not open yet. */
    private static synchronized boolean opened(SerialPort port) {
        return port.openPort(0);
    }

    /** All that the library finds. */
    static synchronized List<SerialPort> there() {
        return List.of(SerialPort.getCommPorts());
    }

    /** POSIX knows one and two; of 5 data bits a UART makes the two one and a half. The library makes 1.5 silently one. */
    private static int stopBits(SerialSettings settings) {
        boolean two = unix() && settings.dataBits() == 5 && settings.stopBits() == SerialPort.ONE_POINT_FIVE_STOP_BITS;
        return two ? SerialPort.TWO_STOP_BITS : settings.stopBits();
    }

    private static void requireHeeded(ChannelSpec channel, SerialSettings settings, Path path) {
        if (unix() && settings.flow() == SerialSettings.DTR_DSR) {
            throw refused(
                    channel,
                    settings,
                    new Text("本系统没有 DTR/DSR 流控", "this system has no flow control by DTR and DSR"),
                    new Text("请把 flow-control 改为 rts-cts 或 none", "make flow-control rts-cts or none"));
        }
        if (unix() && stopBits(settings) == SerialPort.ONE_POINT_FIVE_STOP_BITS) {
            throw refused(
                    channel,
                    settings,
                    new Text("本系统只在 5 个数据位时有 1.5 个停止位", "this system has 1.5 stop bits with 5 data bits only"),
                    new Text("请把 stop-bits 改为 1 或 2", "make stop-bits 1 or 2"));
        }
        List<String> unheeded = settings.rs485().unheeded(path);
        if (!unheeded.isEmpty()) {
            throw refused(
                    channel,
                    settings,
                    new Text("它的驱动程序不支持 %s", "its driver cannot do %s").with(String.join(", ", unheeded)),
                    new Text(
                            "适配器自行切换收发时请删去这些设置，否则请换一个端口",
                            "take these settings out where the adapter switches by itself, or use another port"));
        }
    }

    /** The name that a port with the wanted identity has now. */
    private static SerialSettings named(ChannelSpec channel, SerialSettings settings) {
        Optional<PortIdentity> wanted = PortIdentity.wanted(settings.port());
        if (wanted.isEmpty()) {
            return settings;
        }
        Map<String, PortIdentity> there = new TreeMap<>();
        for (SerialPort port : there()) {
            there.put(port.getSystemPortPath(), SerialPorts.identity(port));
        }
        return settings.at(named(channel, settings, wanted.get(), there));
    }

    /** @param there the identities of all ports, by name */
    static String named(
            ChannelSpec channel, SerialSettings settings, PortIdentity wanted, Map<String, PortIdentity> there) {
        List<String> fitting = there.keySet().stream()
                .filter(name -> wanted.fits(there.getOrDefault(name, wanted)))
                .toList();
        if (fitting.isEmpty()) {
            throw refused(
                    channel,
                    settings,
                    new Text("没有插着这样的设备", "no such device is plugged in"),
                    new Text("用 plumbline ports 查看可用端口", "see plumbline ports for what is there"));
        } else if (fitting.size() > 1) {
            throw refused(
                    channel,
                    settings,
                    new Text("有多个这样的设备: %s", "there are several such devices: %s").with(String.join(", ", fitting)),
                    new Text(
                            "请照 plumbline ports 所列写全标识（序列号、接口如 /if01），或改用 location:…；Linux 上也可用 /dev/serial/by-id、by-path 中的名称",
                            "write the identity in full, as plumbline ports lists it (serial number, interface as in /if01),"
                                    + " or use location:…; on Linux also a name in /dev/serial/by-id or by-path"));
        }
        return fitting.get(0);
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
        String path = port.getSystemPortPath();
        try {
            PortClaim claim =
                    unix() ? PortLock.claim(Path.of(path), channel.name()) : PortLock.claimWithin(path, channel.name());
            if (claim instanceof PortClaim.Granted granted) {
                return granted.lock();
            }
            PortClaim.Held holder = (PortClaim.Held) claim;
            if (holder.channel() != null) {
                throw held(
                        channel,
                        settings,
                        new Text("通道 %s 已打开它", "channel %s has it open").with(holder.channel()),
                        new Text(
                                "请为其中一个换端口；来自同一端口的信号应写在同一通道",
                                "give one of them another port; signals that come by one port belong to one channel"));
            }
            throw held(
                    channel,
                    settings,
                    new Text("准绳的进程 %s 正在使用它", "Plumbline's process %s is using it").with(holder.pid()),
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
            PortGroup group = PortGroup.of(device);
            cause = group.denied();
            remedy = group.remedy(settings.shownPort());
        } else {
            cause = new Text("端口不存在或被其他程序占用", "it does not exist or another program uses it");
        }
        return refused(channel, settings, cause, remedy);
    }

    private static PortHeldException held(ChannelSpec channel, SerialSettings settings, Text cause, Text remedy) {
        return new PortHeldException(refused(channel, settings, cause, remedy), Text.joined(List.of(cause, remedy)));
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
}
