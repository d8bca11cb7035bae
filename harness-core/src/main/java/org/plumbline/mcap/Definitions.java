package org.plumbline.mcap;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Message;
import org.plumbline.mcap.McapRecord.Schema;

/** The schemas and channels that were defined so far. */
final class Definitions {

    private final boolean inOrder;
    private final Map<Integer, Schema> schemas = new TreeMap<>();
    private @Nullable Channel[] channels = new @Nullable Channel[16];
    private final BitSet passedOver = new BitSet();
    private Predicate<? super Channel> unwanted = channel -> false;

    /** {@code inOrder}: whether schemas must come before their channels, as in a file but not in its summary alone. */
    Definitions(boolean inOrder) {
        this.inOrder = inOrder;
    }

    /** Checks the record against those before it; keeps what defines something. */
    void accept(McapRecord record, Place place) throws McapException {
        if (record instanceof Schema schema) {
            add(schema, place);
        } else if (record instanceof Channel channel) {
            add(channel, place);
        } else if (record instanceof Message message) {
            check(message, place);
        }
    }

    private void add(Schema schema, Place place) throws McapException {
        if (schema.id() == 0) {
            throw place.error("schema " + schema.name() + " has the id 0, which stands for no schema");
        }
        Schema before = schemas.putIfAbsent(schema.id(), schema);
        if (before != null && !before.equals(schema)) {
            throw place.error("schema " + schema.id() + " is defined again, differently");
        }
    }

    private void add(Channel channel, Place place) throws McapException {
        if (inOrder && channel.schema() != 0 && !schemas.containsKey(channel.schema())) {
            throw place.error("channel " + channel.id() + " (" + channel.topic() + ") refers to schema "
                    + channel.schema() + ", which is not defined before it");
        }
        Channel before = channel(channel.id());
        if (before != null && !before.equals(channel)) {
            throw place.error("channel " + channel.id() + " is defined again, differently");
        }
        if (channel.id() >= channels.length) {
            channels = Arrays.copyOf(channels, Math.max(2 * channels.length, channel.id() + 1));
        }
        channels[channel.id()] = channel;
        passedOver.set(channel.id(), unwanted.test(channel));
    }

    /** Nobody wants the messages of channels that fit and come from here on. */
    void passOver(Predicate<? super Channel> channels) {
        unwanted = channels;
    }

    boolean isPassedOver(int channel) {
        return passedOver.get(channel);
    }

    void check(Message message, Place place) throws McapException {
        if (channel(message.channel()) == null) {
            throw place.error("a message of channel " + message.channel() + ", which is not defined before it");
        }
    }

    @Nullable
    Channel channel(int id) {
        return id < channels.length ? channels[id] : null;
    }

    Map<Integer, Schema> schemas() {
        return Collections.unmodifiableMap(new TreeMap<>(schemas));
    }

    Map<Integer, Channel> channels() {
        Map<Integer, Channel> map = new TreeMap<>();
        for (Channel channel : channels) {
            if (channel != null) {
                map.put(channel.id(), channel);
            }
        }
        return Collections.unmodifiableMap(map);
    }
}
