package org.plumbline.benchmark.mqtt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which processors carry whom.
 *
 * @param subscriber what starts the subscriber on its processors
 * @param others what starts publisher and broker on theirs
 */
record Processors(String name, List<String> subscriber, List<String> others) {

    private static final Processors SHARED = new Processors("shared processors", List.of(), List.of());
    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");

    /** Own ones only where the system can be told so, and where the broker is a process that can have others. */
    static List<Processors> ways() {
        int count = Runtime.getRuntime().availableProcessors();
        if (count < 2 || !Files.isExecutable(TASKSET) || !Files.isExecutable(MOSQUITTO)) {
            return List.of(SHARED);
        }
        int half = count / 2;
        return List.of(new Processors("own processor", on(half + "-" + (count - 1)), on("0-" + (half - 1))), SHARED);
    }

    private static List<String> on(String processors) {
        return List.of(TASKSET.toString(), "-c", processors);
    }
}
