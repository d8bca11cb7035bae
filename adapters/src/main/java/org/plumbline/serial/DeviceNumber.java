package org.plumbline.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A device as the kernel numbers it: the same under every name, by a link, and in a container.
 *
 * @param number of the device; 0 for what is none
 * @param fileSystem of a pseudo-terminal, for these are numbered anew in each container; otherwise 0
 */
record DeviceNumber(long number, long fileSystem) {

    /** Major numbers of pseudo-terminals' ends that are opened as ports (Linux, Documentation/admin-guide/devices.txt). */
    private static final int FIRST_PSEUDO_TERMINAL = 136;

    private static final int LAST_PSEUDO_TERMINAL = 143;

    /** Opens nothing; links are followed. */
    static DeviceNumber of(Path device) throws IOException {
        Map<String, Object> known = Files.readAttributes(device, "unix:rdev,dev");
        long number = ((Number) known.get("rdev")).longValue();
        long major = number >>> 8 & 0xFFF;
        boolean pseudo = major >= FIRST_PSEUDO_TERMINAL && major <= LAST_PSEUDO_TERMINAL;
        return new DeviceNumber(number, pseudo ? ((Number) known.get("dev")).longValue() : 0);
    }

    boolean isPseudoTerminal() {
        return fileSystem != 0;
    }

    boolean isDevice() {
        return number != 0;
    }

    @Override
    public String toString() {
        return fileSystem == 0 ? Long.toString(number) : number + "-" + fileSystem;
    }
}
