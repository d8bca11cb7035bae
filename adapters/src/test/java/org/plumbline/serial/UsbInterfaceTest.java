package org.plumbline.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders as Linux lays them out below /sys. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows makes links for administrators only, and colons in no name")
class UsbInterfaceTest {

    @TempDir
    private Path sys;

    private Path terminal(String name, String device) throws IOException {
        Path folder = Files.createDirectories(sys.resolve("devices").resolve(device));
        Path terminal = Files.createDirectories(sys.resolve("class/tty").resolve(name));
        Files.createSymbolicLink(terminal.resolve("device"), folder);
        return folder;
    }

    private String of(String name) {
        return UsbInterface.of(sys.resolve("class/tty"), name);
    }

    /** Their ports have a folder of their own in that of the interface. */
    @Test
    void isKnownOfAdapters() throws IOException {
        for (String number : new String[] {"00", "01"}) {
            Path port = terminal("ttyUSB" + number, "1-1.4:1." + number + "/ttyUSB" + number);
            Files.writeString(port.resolve("port_number"), "0\n");
            Files.writeString(port.resolveSibling("bInterfaceNumber"), number + "\n");
        }
        assertThat(of("ttyUSB00")).isEqualTo("if00");
        assertThat(of("ttyUSB01")).isEqualTo("if01");
    }

    @Test
    void isKnownWithThePortWhereAnInterfaceHasSeveral() throws IOException {
        Path port = terminal("ttyUSB3", "1-3:1.0/ttyUSB3");
        Files.writeString(port.resolve("port_number"), "2\n");
        Files.writeString(port.resolveSibling("bInterfaceNumber"), "00\n");
        assertThat(of("ttyUSB3")).isEqualTo("if00-port2");
    }

    /** A modem's folder is that of the interface itself. */
    @Test
    void isKnownOfModems() throws IOException {
        Files.writeString(terminal("ttyACM0", "1-2:1.2").resolve("bInterfaceNumber"), "02\n");
        assertThat(of("ttyACM0")).isEqualTo("if02");
    }

    @Test
    void isNoneElsewhere() throws IOException {
        terminal("ttyS0", "serial8250/ttyS0");
        assertThat(of("ttyS0")).isEmpty();
        assertThat(of("ttyS9")).isEmpty();
    }
}
