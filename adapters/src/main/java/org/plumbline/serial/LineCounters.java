package org.plumbline.serial;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What Linux counts on a line (ioctl TIOCGICOUNT): bytes that came before those in the port's own buffer were taken, or
 * found the kernel's buffer full, are gone. Pseudo-terminals and other systems count nothing.
 */
final class LineCounters implements Supplier<OptionalLong> {

    private static final NativeLong TIOCGICOUNT = new NativeLong(0x545D);

    /** Of {@code struct serial_icounter_struct}: twenty numbers of four bytes. */
    private static final int SIZE = 80;

    private static final int OVERRUN = 28;
    private static final int BUFFER_OVERRUN = 40;

    /** The one call of the C library. */
    interface Ioctl extends Library {
        int ioctl(int descriptor, NativeLong request, Object... argument);
    }

    private final Ioctl libc;
    private final int descriptor;
    private final Memory counters = new Memory(SIZE);

    private LineCounters(Ioctl libc, int descriptor) {
        this.libc = libc;
        this.descriptor = descriptor;
    }

    /** Of a port that this process has open: the serial library does not tell its descriptor. */
    static Supplier<OptionalLong> of(Path port) {
        if (!Platform.isLinux()) {
            return OptionalLong::empty;
        }
        try {
            Path device = port.toRealPath();
            for (Path descriptor : descriptors()) {
                if (leadsTo(descriptor, device)) {
                    return new LineCounters(
                            Native.load(Platform.C_LIBRARY_NAME, Ioctl.class),
                            Integer.parseInt(String.valueOf(descriptor.getFileName())));
                }
            }
        } catch (IOException | LinkageError e) {
            return OptionalLong::empty; // nothing is counted then
        }
        return OptionalLong::empty;
    }

    private static List<Path> descriptors() throws IOException {
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

    @Override
    public OptionalLong get() {
        return libc.ioctl(descriptor, TIOCGICOUNT, counters) == 0
                ? OptionalLong.of(overruns(counters))
                : OptionalLong.empty();
    }

    /** @param counters as the kernel fills them */
    static long overruns(Pointer counters) {
        return Integer.toUnsignedLong(counters.getInt(OVERRUN))
                + Integer.toUnsignedLong(counters.getInt(BUFFER_OVERRUN));
    }
}
