package org.plumbline.serial;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A port that this process has open, as Linux knows it: the serial library does not tell. */
final class Descriptor {

    /** The one call of the C library. */
    interface Ioctl extends Library {
        int ioctl(int descriptor, NativeLong request, Object... argument);
    }

    private static final long TIOCEXCL = 0x540C;

    private final Ioctl libc;
    private final int number;

    private Descriptor(Ioctl libc, int number) {
        this.libc = libc;
        this.number = number;
    }

    /** Empty on other systems, and where nothing can be asked. */
    static Optional<Descriptor> of(Path port) {
        if (!Platform.isLinux()) {
            return Optional.empty();
        }
        try {
            Path device = port.toRealPath();
            for (Path descriptor : all()) {
                if (leadsTo(descriptor, device)) {
                    return Optional.of(new Descriptor(
                            Native.load(Platform.C_LIBRARY_NAME, Ioctl.class),
                            Integer.parseInt(String.valueOf(descriptor.getFileName()))));
                }
            }
        } catch (IOException | LinkageError e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static List<Path> all() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.toList();
        }
    }

    /** Others are closed meanwhile. */
    private static boolean leadsTo(Path descriptor, Path device) {
        try {
            return Files.readSymbolicLink(descriptor).equals(device);
        } catch (IOException e) {
            return false;
        }
    }

    /** Has the driver fill a structure; false where it cannot. */
    boolean ask(long request, Memory structure) {
        return libc.ioctl(number, new NativeLong(request), structure) == 0;
    }

    /**
     * Has Linux refuse the port to all but root (TIOCEXCL) until nobody has it open any more. A pseudo-terminal is left alone: it
     * would stay refused as long as its far end is open.
     */
    void keepOthersOut(Path port) {
        try {
            if (!DeviceNumber.of(port).isPseudoTerminal()) {
                libc.ioctl(number, new NativeLong(TIOCEXCL));
            }
        } catch (IOException e) {
            // unplugged meanwhile: nobody can open it
        }
    }
}
