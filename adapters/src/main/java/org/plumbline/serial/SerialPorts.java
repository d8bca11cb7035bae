package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plumbline.text.Text;

/** The serial ports of this machine. */
public final class SerialPorts {

    private SerialPorts() {}

    /**
     * One port.
     *
     * @param name what {@code port:} takes
     * @param identity likewise, and the same when the name changes: {@code usb:VENDOR:PRODUCT:SERIAL}, {@code location:…},
     *     with {@code /if01} where an adapter has several ports
     * @param state whether it is free
     */
    public record Port(String name, String description, String identity, Text state) {}

    /** All ports, by name. */
    public static List<Port> list() {
        Optional<PortUse> use = PortUse.now();
        List<SerialPort> there = SerialTransport.there();
        List<PortIdentity> identities =
                there.stream().map(SerialPorts::identity).toList();
        return there.stream()
                .map(port -> describe(port, identities, use))
                .sorted(Comparator.comparing(Port::name))
                .toList();
    }

    static Port describe(SerialPort port, List<PortIdentity> there, Optional<PortUse> use) {
        return new Port(
                port.getSystemPortPath(),
                port.getDescriptivePortName(),
                identity(port).among(there).toString(),
                state(port, use));
    }

    static PortIdentity identity(SerialPort port) {
        return PortIdentity.of(
                port.getVendorID(),
                port.getProductID(),
                port.getSerialNumber(),
                port.getPortLocation(),
                UsbInterface.of(port.getSystemPortName()));
    }

    private static Text state(SerialPort port, Optional<PortUse> use) {
        Path device = Path.of(port.getSystemPortPath());
        Supplier<Text> look = () -> use.map(seen -> seen.of(device)).orElseGet(() -> opened(port));
        return SerialTransport.unix() ? unlessOurs(device, look) : look.get();
    }

    /** A port that a run of ours is reading is left alone. */
    private static Text unlessOurs(Path port, Supplier<Text> otherwise) {
        try {
            PortClaim claim = PortLock.claim(port, "");
            if (claim instanceof PortClaim.Granted granted) {
                try {
                    return otherwise.get();
                } finally {
                    granted.lock().close();
                }
            }
            return new Text("准绳的进程 %s 正在使用", "in use by Plumbline's process %s").with(((PortClaim.Held) claim).pid());
        } catch (IOException e) {
            return otherwise.get();
        }
    }

    /** Elsewhere than on Linux that is the only way to know. */
    private static Text opened(SerialPort port) {
        if (port.openPort(0)) {
            port.closePort();
            return new Text("空闲", "free");
        }
        return new Text("被占用或无权限", "in use or no permission");
    }
}
