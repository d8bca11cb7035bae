package org.plumbline.benchmark.capture;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plumbline.benchmark.figure.Machine;
import org.plumbline.mcap.McapMessages;
import org.plumbline.mcap.McapQuery;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecords;
import org.plumbline.timeline.LiveClock;

/** Reads every message of a capture, every CRC checked. Arguments: capture, {@code front-to-back|by-time}. */
final class ReadMain {

    private long messages;
    private long bytes;

    private ReadMain() {}

    public static void main(String[] arguments) throws IOException {
        ReadMain reading = new ReadMain();
        try (LiveClock clock = new LiveClock()) {
            long begun = clock.now();
            try (McapReader reader = McapReader.open(Path.of(arguments[0]))) {
                if (arguments[1].equals("by-time")) {
                    reading.byTime(reader);
                } else {
                    reading.frontToBack(reader);
                }
            }
            System.out.println("seconds " + (clock.now() - begun) / 1e9);
        }
        System.out.println("messages " + reading.messages);
        System.out.println("bytes " + reading.bytes);
        System.out.println("peak " + Machine.peakMegabytes());
    }

    private void byTime(McapReader reader) throws IOException {
        McapMessages all = reader.messages(McapQuery.all());
        for (McapRecord.@Nullable Message message = all.next(); message != null; message = all.next()) {
            count(message);
        }
    }

    private void frontToBack(McapReader reader) throws IOException {
        McapRecords records = reader.records();
        for (McapRecord record = records.next(); record != null; record = records.next()) {
            if (record instanceof McapRecord.Message message) {
                count(message);
            }
        }
    }

    private void count(McapRecord.Message message) {
        messages++;
        bytes += message.data().length;
    }
}
