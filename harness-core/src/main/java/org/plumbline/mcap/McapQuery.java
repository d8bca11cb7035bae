package org.plumbline.mcap;

import java.util.Set;
import org.plumbline.mcap.McapRecord.Channel;

/**
 * Which messages are wanted.
 *
 * @param from earliest log time, included; unsigned
 * @param to latest log time, included; unsigned
 * @param topics empty for every topic
 */
public record McapQuery(long from, long to, Set<String> topics) {

    /** Keeps a copy of the topics. */
    public McapQuery {
        topics = Set.copyOf(topics);
    }

    /** Every message. */
    public static McapQuery all() {
        return new McapQuery(0, -1L, Set.of());
    }

    /** The same between two log times, both included. */
    public McapQuery between(long from, long to) {
        return new McapQuery(from, to, topics);
    }

    /** The same for these topics only. */
    public McapQuery topics(String... topics) {
        return new McapQuery(from, to, Set.of(topics));
    }

    boolean wants(Channel channel) {
        return topics.isEmpty() || topics.contains(channel.topic());
    }

    boolean wants(long time) {
        return Long.compareUnsigned(from, time) <= 0 && Long.compareUnsigned(time, to) <= 0;
    }

    boolean overlaps(long start, long end) {
        return Long.compareUnsigned(start, to) <= 0 && Long.compareUnsigned(from, end) <= 0;
    }
}
