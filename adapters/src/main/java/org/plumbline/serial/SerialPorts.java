package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
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

    /** Opening is the only way to know. */
    private static Text state(SerialPort port) {
        if (port.openPort(0)) {
            port.closePort();
            return new Text("空闲", "free");
        }
        return new Text("被占用或无权限", "in use or no permission");
    }
}
