package org.plumbline.benchmark.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.plumbline.benchmark.figure.Machine;
import org.plumbline.mcap.McapWriter;
import org.plumbline.mcap.McapWriterOptions;
import org.plumbline.timeline.LiveClock;

/** Writes one capture as the product does. Arguments: payloads, capture, count, {@code zstd|none}. */
final class WriteMain {

    private static final long START = 1_790_000_000_000_000_000L;
    private static final long PERIOD = 1_000;

    private WriteMain() {}

    public static void main(String[] arguments) throws IOException {
        Payloads payloads = Payloads.read(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[2]);
        McapWriterOptions capture = McapWriterOptions.forCapture();
        McapWriterOptions options = new McapWriterOptions(
                capture.profile(),
                capture.library(),
                capture.chunkSize(),
                arguments[3].equals("zstd"),
                capture.parts());
        try (LiveClock clock = new LiveClock()) {
            double processor = Machine.processorSeconds();
            long begun = clock.now();
            try (McapWriter writer = McapWriter.create(Path.of(arguments[1]), options)) {
                int schema = writer.addSchema("state", "jsonschema", "{}".getBytes(StandardCharsets.UTF_8));
                int channel = writer.addChannel(schema, "/state", "json", Map.of());
                for (int i = 0; i < count; i++) {
                    long time = START + i * PERIOD;
                    writer.message(channel, i, time, time, payloads.get(i));
                }
            }
            System.out.println("seconds " + (clock.now() - begun) / 1e9);
            System.out.println("processor " + (Machine.processorSeconds() - processor));
        }
        System.out.println("peak " + Machine.peakMegabytes());
    }
}
