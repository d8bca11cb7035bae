package org.plumbline.channel;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.LongSupplier;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Moves bytes or messages. Found through {@link java.util.ServiceLoader}; stateless, thread-safe. */
public interface Transport {

    /** The name in {@code transport: ...}. */
    String name();

    /** What it carries; empty where every codec may try. */
    default Optional<Carriage> carries() {
        return Optional.empty();
    }

    /** What it understands in a channel's entry. */
    List<Key> keys();

    /**
     * Opens the connection; nothing is lost from here on. Blocks until it stands (MQTT: subscriptions acknowledged).
     *
     * @param receiver called on the transport's own thread, one call at a time
     * @throws BenchException where the port or broker cannot be opened: names channel, cause and remedy
     */
    Link open(ChannelSpec channel, Receiver receiver);

    /**
     * Whether what is sent over one channel comes to another of this kind, or to the same again, as if the far side had
     * sent it.
     *
     * @param channel where it would come
     * @param sender where it goes out
     * @param address as {@link Encoder#address} has it
     * @return what keeps it from coming, in words; empty where it does not come
     */
    default Optional<Text> echo(ChannelSpec channel, ChannelSpec sender, String address) {
        return Optional.empty();
    }

    /**
     * What only one channel can have open at a time, such as a port.
     *
     * @return as the channel's entry names it; empty where any number of channels may share what they use
     */
    default Optional<String> exclusive(ChannelSpec channel) {
        return Optional.empty();
    }

    /**
     * Why nothing from an address can come over a channel, whatever there is: nobody asks for it.
     *
     * @param address as {@link Codec#address} has it
     * @return what is wrong and what would be right; empty where something may come
     * @throws org.plumbline.error.InputException where a setting of the channel is wrong, with its place
     */
    default Optional<Problem> unreachable(ChannelSpec channel, String address) {
        return Optional.empty();
    }

    /**
     * Checks a command before any run.
     *
     * @throws BenchException where it could never be sent over this channel
     */
    default void check(ChannelSpec channel, Packet command) {}

    /** Whether the end of a trial takes back what this packet did: it acts on the network and not on the device. */
    default boolean takesBack(Packet packet) {
        return false;
    }

    /**
     * Whether all that a device had to say on a channel until a time has come, as far as network and far side are concerned: they
     * are the bench's own, and nothing that was done to them kept it away.
     *
     * @param acts what was sent over any channel to act on the network, by the time of its sending
     * @param from nanoseconds since the run's start
     * @param to not before that
     * @return false where nobody can tell
     */
    default boolean hearsAll(ChannelSpec channel, SortedMap<Long, Packet> acts, long from, long to) {
        return false;
    }

    /**
     * Sends messages to the harness itself over this kind of connection, and never to the device; takes about a second at
     * most and never throws: what stands in the way is in the result.
     *
     * @param channel a channel of this kind
     * @param now the clock, in nanoseconds
     */
    default Loopback loopback(ChannelSpec channel, LongSupplier now) {
        return Loopback.none(new Text("该传输方式没有环回", "this transport has no loopback"));
    }
}
