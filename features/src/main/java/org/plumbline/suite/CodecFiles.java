package org.plumbline.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.alignment.InstrumentFile;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.capture.Capture;
import org.plumbline.channel.Adapters;

/** The files beside the YAML ones by their names among the inputs: those that say what frames must be, such as schemas, and of instruments. */
final class CodecFiles {

    private CodecFiles() {}

    /** Those of a bench, each named after its channel. */
    static Map<String, byte[]> of(Bench bench, Adapters adapters) {
        Map<String, byte[]> files = new TreeMap<>();
        for (ChannelSpec channel : bench.channels()) {
            adapters.codec(channel.codec())
                    .orElseThrow()
                    .files(channel)
                    .forEach(file -> add(channel.name(), file, files));
        }
        return files;
    }

    private static void add(String channel, Path file, Map<String, byte[]> files) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String name = channel + "-" + file.getFileName();
            for (int n = 2; files.putIfAbsent(name, bytes) != null; n++) {
                name = channel + "-" + n + "-" + file.getFileName();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those that were recorded with a capture: what is left of its inputs without suite, bench and device.
     *
     * @param aligned files of instruments that came since, kept byte for byte by the names of their channels
     */
    static Map<String, byte[]> of(Capture capture, List<InstrumentFile> aligned) {
        Map<String, byte[]> files = new TreeMap<>(capture.inputs());
        files.keySet().removeIf(name -> name.matches("(standard|bench|device)\\.yaml|.*\\.feature"));
        aligned.forEach(file -> files.put(file.channel() + ".csv", file.content()));
        return files;
    }
}
