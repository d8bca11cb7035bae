package org.plumbline.vda5050;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The versions of VDA 5050, and in what they differ here. */
enum ProtocolVersion {
    V1_1("1.1", "uagv", "ff", List.of()),
    V2_0("2.0", "uagv", "ff", List.of("factsheet")),
    V2_1("2.1", "uagv", "ff", List.of("factsheet")),
    V3_0("3.0", "vda5050", "fff", List.of("factsheet", "zoneSet", "responses"));

    private final String number;
    private final String interfaceName;
    private final List<String> topics;
    private final Pattern stamp;
    private final DateTimeFormatter formatter;

    /** @param fraction of the seconds in time stamps, as the documents write it */
    ProtocolVersion(String number, String interfaceName, String fraction, List<String> more) {
        this.number = number;
        this.interfaceName = interfaceName;
        this.topics = Stream.concat(
                        Stream.of("order", "instantActions", "state", "visualization", "connection"), more.stream())
                .toList();
        this.stamp = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{" + fraction.length() + "}Z");
        this.formatter = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss." + fraction.replace('f', 'S') + "'Z'")
                .withZone(ZoneOffset.UTC);
    }

    /** The version of a number such as 2.1. */
    static Optional<ProtocolVersion> of(String number) {
        return Stream.of(values())
                .filter(version -> version.number.equals(number))
                .findFirst();
    }

    static List<String> numbers() {
        return Stream.of(values()).map(version -> version.number).toList();
    }

    /** As messages have it: 2.1.0. */
    String full() {
        return number + ".0";
    }

    /** Whether a message's version is this one, with any patch. */
    boolean is(String version) {
        return version.startsWith(number + ".");
    }

    /** The level of the topic: v2. */
    String major() {
        return "v" + number.charAt(0);
    }

    /** The first level of the topic, as suggested. */
    String interfaceName() {
        return interfaceName;
    }

    List<String> topics() {
        return topics;
    }

    /** The form of time stamps: hundredths of a second up to 2.1, thousandths from 3.0. */
    Pattern stamp() {
        return stamp;
    }

    String stamp(Instant utc) {
        return formatter.format(utc);
    }

    /** What the list of instant actions is called; in 1.1 as openTCS has it. */
    String instantActions() {
        return this == V1_1 ? "instantActions" : "actions";
    }

    /** How an instant action blocks where nothing is said: from 3.0 it cannot. */
    String instantBlocking() {
        return this == V3_0 ? "NONE" : "HARD";
    }

    /** Whether an edge names the nodes that it joins. */
    boolean edgesNameNodes() {
        return this != V3_0;
    }
}
