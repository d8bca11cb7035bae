package org.plumbline.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * How long the thread of this process that had to wait longest waited for a processor although it could have gone on, as
 * Linux counts it (proc(5), {@code schedstat}, second number). The virtual machine's own threads carry no frames. Knows
 * nothing on other systems. For one thread at a time.
 */
final class ProcessorWait implements AutoCloseable {

    /** The first words of the names of the virtual machine's threads. */
    private static final Set<String> WITHOUT_FRAMES = Set.of(
            "C1",
            "C2",
            "G1",
            "GC",
            "VM",
            "Sweeper",
            "Signal",
            "Service",
            "Reference",
            "Finalizer",
            "Common-Cleaner",
            "Monitor",
            "Notification",
            "Attach");

    private final Path threads;
    private final Map<String, ThreadWait> waits = new HashMap<>();
    private final Set<String> passedOver = new HashSet<>();

    /** Of this process, from now on. */
    ProcessorWait() {
        this(Path.of("/proc/self/task"));
    }

    /** @param threads a folder for each thread, with {@code comm} and {@code schedstat} */
    ProcessorWait(Path threads) {
        this.threads = threads;
        since();
    }

    /** Nanoseconds since this was asked last; a wait counts once it has ended. */
    long since() {
        meetNewThreads();
        long longest = 0;
        for (Iterator<ThreadWait> each = waits.values().iterator(); each.hasNext(); ) {
            ThreadWait thread = each.next();
            try {
                longest = Math.max(longest, thread.since());
            } catch (IOException e) {
                thread.close();
                each.remove();
            }
        }
        return longest;
    }

    private void meetNewThreads() {
        if (!Files.isDirectory(threads)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(threads)) {
            for (Path folder : folders) {
                String id = folder.getFileName().toString();
                if (!waits.containsKey(id) && !passedOver.contains(id)) {
                    meet(id, folder);
                }
            }
        } catch (IOException e) {
            // the threads that are known stay so
        }
    }

    private void meet(String id, Path folder) {
        try {
            String name = Files.readString(folder.resolve("comm"), StandardCharsets.ISO_8859_1);
            if (WITHOUT_FRAMES.contains(name.trim().split(" ")[0])) {
                passedOver.add(id);
            } else {
                waits.put(id, new ThreadWait(folder.resolve("schedstat")));
            }
        } catch (IOException e) {
            // it has ended meanwhile, or this kernel does not count
        }
    }

    @Override
    public void close() {
        waits.values().forEach(ThreadWait::close);
        waits.clear();
    }
}
