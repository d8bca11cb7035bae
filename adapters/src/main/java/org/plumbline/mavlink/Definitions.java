package org.plumbline.mavlink;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The messages and enumerations of the MAVLink project's definitions ardupilotmega and common, and those that they
 * include. The two text files hold names, numbers, types, units and what is no value alone. A wrong name or type gives another
 * CRC_EXTRA.
 */
final class Definitions {

    private static final Map<Integer, MessageDefinition> BY_ID =
            read("messages.txt", lines -> lines.map(MessageDefinition::of)
                    .collect(Collectors.toMap(MessageDefinition::id, Function.identity())));

    private static final Map<String, MessageDefinition> BY_NAME =
            BY_ID.values().stream().collect(Collectors.toMap(MessageDefinition::name, Function.identity()));

    private static final Map<String, Long> ENTRIES = read("enums.txt", lines -> lines.map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[0], words -> Long.valueOf(words[1]))));

    private Definitions() {}

    private static <T> T read(String file, Function<Stream<String>, T> reading) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Definitions.class.getResourceAsStream(file), StandardCharsets.US_ASCII))) {
            return reading.apply(reader.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable MessageDefinition message(int id) {
        return BY_ID.get(id);
    }

    static Optional<MessageDefinition> message(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Map<String, MessageDefinition> messages() {
        return BY_NAME;
    }

    /** The number of an enumeration's entry, such as MAV_CMD_COMPONENT_ARM_DISARM. */
    static Optional<Long> entry(String name) {
        return Optional.ofNullable(ENTRIES.get(name));
    }
}
