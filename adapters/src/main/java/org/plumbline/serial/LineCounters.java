package org.plumbline.serial;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What Linux counts on a line (ioctl TIOCGICOUNT): bytes that came before those in the port's own buffer were taken, or
 * found the kernel's buffer full, are gone. Pseudo-terminals and other systems count nothing.
 */
final class LineCounters implements Supplier<OptionalLong> {

    private static final long TIOCGICOUNT = 0x545D;

    /** Of {@code struct serial_icounter_struct}: twenty numbers of four bytes. */
    private static final int SIZE = 80;

    private static final int OVERRUN = 28;
    private static final int BUFFER_OVERRUN = 40;

    private final Descriptor descriptor;
    private final Memory counters = new Memory(SIZE);

    private LineCounters(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** Of a port that this process has open; nothing is counted where nothing can be asked. */
    static Supplier<OptionalLong> of(Path port) {
        return Descriptor.of(port)
                .<Supplier<OptionalLong>>map(LineCounters::new)
                .orElse(OptionalLong::empty);
    }

    @Override
    public OptionalLong get() {
        return descriptor.ask(TIOCGICOUNT, counters) ? OptionalLong.of(overruns(counters)) : OptionalLong.empty();
    }

    /** @param counters as the kernel fills them */
    static long overruns(Pointer counters) {
        return Integer.toUnsignedLong(counters.getInt(OVERRUN))
                + Integer.toUnsignedLong(counters.getInt(BUFFER_OVERRUN));
    }
}
