package org.plumbline.benchmark.overhead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The largest resident set of this process so far, as Linux counts it. */
final class PeakMemory {

    static final String PREFIX = "peak-kb ";

    private PeakMemory() {}

    static String line() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> PREFIX + line.replaceAll("\\D", ""))
                    .findFirst()
                    .orElse(PREFIX + 0);
        } catch (IOException e) {
            return PREFIX + 0;
        }
    }
}
