package org.plumbline.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which of its adapter's ports one is, as Linux knows it and udev writes it in the names of /dev/serial. */
final class UsbInterface {

    private static final Path TERMINALS = Path.of("/sys/class/tty");

    private UsbInterface() {}

    /**
     * Of a port that is there.
     *
     * @param name such as {@code ttyUSB1}
     * @return such as {@code if01}, or {@code if00-port1} where an interface has several; empty where there is none
     */
    static String of(String name) {
        return of(TERMINALS, name);
    }

    /** @param terminals the folder of the kernel's terminals */
    static String of(Path terminals, String name) {
        try {
            Path device = terminals.resolve(name).resolve("device").toRealPath();
            for (Path folder : List.of(device, device.resolve(".."))) {
                Path number = folder.resolve("bInterfaceNumber");
                if (Files.exists(number)) {
                    return "if" + Files.readString(number).strip() + port(device.resolve("port_number"));
                }
            }
        } catch (IOException e) {
            return ""; // none, or unplugged meanwhile
        }
        return "";
    }

    private static String port(Path number) throws IOException {
        String port = Files.exists(number) ? Files.readString(number).strip() : "0";
        return port.equals("0") ? "" : "-port" + port;
    }
}
