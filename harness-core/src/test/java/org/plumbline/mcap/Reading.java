package org.plumbline.mcap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.mcap.McapRecord.Message;

/** What readers yield, gathered. */
final class Reading {

    private Reading() {}

    static List<McapRecord> all(McapRecords records) throws IOException {
        List<McapRecord> all = new ArrayList<>();
        for (McapRecord record = records.next(); record != null; record = records.next()) {
            all.add(record);
        }
        return all;
    }

    static List<McapRecord> strict(byte[] file) throws IOException {
        try (McapReader reader = McapReader.of(file, McapReaderOptions.strict())) {
            return all(reader.records());
        }
    }

    static List<Message> all(McapMessages messages) throws IOException {
        List<Message> all = new ArrayList<>();
        for (Message message = messages.next(); message != null; message = messages.next()) {
            all.add(message);
        }
        return all;
    }

    static List<Message> strict(byte[] file, McapQuery query) throws IOException {
        try (McapReader reader = McapReader.of(file, McapReaderOptions.strict())) {
            return all(reader.messages(query));
        }
    }

    /** The messages among some records. */
    static List<Message> messages(List<McapRecord> records) {
        return records.stream()
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .toList();
    }
}
