package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.plumbline.text.Text;

/** The serial ports of this machine. */
public final class SerialPorts {

    private SerialPorts() {}

    /**
     * One port.
     *
     * @param name what {@code port:} takes
     * @param identity likewise, and the same when the name changes: {@code usb:VENDOR:PRODUCT:SERIAL}, {@code location:…}
     * @param state whether it is free
     */
    public record Port(String name, String description, String identity, Text state) {}

    /** All ports, by name. */
    public static List<Port> list() {
        return SerialTransport.there().stream()
                .map(SerialPorts::describe)
                .sorted(Comparator.comparing(Port::name))
                .toList();
    }

    private static Port describe(SerialPort port) {
        return new Port(
                port.getSystemPortPath(),
                port.getDescriptivePortName(),
                identity(port).toString(),
                state(port));
    }

    static PortIdentity identity(SerialPort port) {
        return PortIdentity.of(port.getVendorID(), port.getProductID(), port.getSerialNumber(), port.getPortLocation());
    }

    /** Opening is the only way to know, but never of a port that a run of ours is reading. */
    private static Text state(SerialPort port) {
        if (!SerialTransport.unix()) {
            return opened(port);
        }
        try {
            PortClaim claim = PortLock.claim(Path.of(port.getSystemPortPath()));
            if (claim instanceof PortClaim.Granted granted) {
                try {
                    return opened(port);
                } finally {
                    granted.lock().close();
                }
            }
            return new Text("准绳的进程 %s 正在使用", "in use by Plumbline's process %s").with(((PortClaim.Held) claim).pid());
        } catch (IOException e) {
            return opened(port);
        }
    }

    private static Text opened(SerialPort port) {
        if (port.openPort(0)) {
            port.closePort();
            return new Text("空闲", "free");
        }
        return new Text("被占用或无权限", "in use or no permission");
    }
}
