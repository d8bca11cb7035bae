package org.plumbline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long without interruption something on this computer had to wait for a processor, as Linux counts it (pressure stall
 * information, {@code /proc/pressure/cpu}): a simulated robot in another process, a broker, or the kernel's own worker that
 * passes a serial port's bytes on. The kernel counts anew every 2 s. Knows nothing on other systems. For one thread at a
 * time.
 */
final class ProcessorPressure {

    /** Less than that part of a stretch ends what is counted. */
    private static final double NEARLY_ALWAYS = 0.9;

    private static final Pattern SOME = Pattern.compile("some .*total=(\\d+)");

    private final Path file;
    private long total;
    private long since;
    private long lasting;

    /** Of this computer, from now on. */
    ProcessorPressure() {
        this(Path.of("/proc/pressure/cpu"));
    }

    ProcessorPressure(Path file) {
        this.file = file;
        this.total = read();
    }

    /**
     * How long it has lasted until now, in nanoseconds; 0 where nothing waits, and where the kernel has not counted anew.
     *
     * @param elapsed nanoseconds since this was asked last
     */
    long lasting(long elapsed) {
        since += elapsed;
        long before = total;
        total = read();
        if (total == before) {
            return 0;
        }
        lasting = total - before >= NEARLY_ALWAYS * since ? lasting + since : 0;
        since = 0;
        return lasting;
    }

    /** Nanoseconds since the computer was started. */
    private long read() {
        try {
            Matcher some = SOME.matcher(Files.readString(file));
            return some.find() ? Long.parseLong(some.group(1)) * 1000 : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
