package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.text.Text;

/** The serial ports of this machine. */
public final class SerialPorts {

    private SerialPorts() {}

    /**
     * One port.
     *
     * @param name what {@code port:} takes
     * @param identity USB vendor and product, serial number, location: what is known of them
     * @param state whether it is free
     */
    public record Port(String name, String description, String identity, Text state) {}

    /** All ports, by name. */
    public static List<Port> list() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(SerialPorts::describe)
                .sorted(Comparator.comparing(Port::name))
                .toList();
    }

    private static Port describe(SerialPort port) {
        String usb = port.getVendorID() < 0 ? "" : "%04x:%04x".formatted(port.getVendorID(), port.getProductID());
        String identity = Stream.of(usb, port.getSerialNumber(), port.getPortLocation())
                .filter(part -> part != null && !part.isBlank() && !part.equals("Unknown"))
                .collect(Collectors.joining(" "));
        return new Port(port.getSystemPortPath(), port.getDescriptivePortName(), identity, state(port));
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
