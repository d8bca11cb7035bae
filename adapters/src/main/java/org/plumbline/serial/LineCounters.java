package org.plumbline.serial;

import com.sun.jna.Memory;
import java.util.Optional;
import java.util.function.Supplier;

/** What Linux counts on a line (ioctl TIOCGICOUNT). Pseudo-terminals and other systems count nothing. */
final class LineCounters implements Supplier<Optional<LineCount>> {

    private static final long TIOCGICOUNT = 0x545D;

    /** Of {@code struct serial_icounter_struct}: twenty numbers of four bytes. */
    private static final int SIZE = 80;

    private final Descriptor descriptor;
    private final boolean checked;
    private final boolean flushed;
    private final Memory counters = new Memory(SIZE);

    private LineCounters(Descriptor descriptor, boolean checked, boolean flushed) {
        this.descriptor = descriptor;
        this.checked = checked;
        this.flushed = flushed;
    }

    /**
     * Nothing is counted where nothing can be asked.
     *
     * @param settings with which the port was opened
     */
    static Supplier<Optional<LineCount>> of(Optional<Descriptor> port, SerialSettings settings) {
        return port.<Supplier<Optional<LineCount>>>map(descriptor -> new LineCounters(
                        descriptor, settings.checksParity(), !settings.rs485().on()))
                .orElse(Optional::empty);
    }

    @Override
    public Optional<LineCount> get() {
        return descriptor.ask(TIOCGICOUNT, counters)
                ? Optional.of(LineCount.of(counters, checked, flushed))
                : Optional.empty();
    }
}
