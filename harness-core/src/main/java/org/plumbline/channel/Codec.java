package org.plumbline.channel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.InputException;

/** Turns frames into samples and commands into frames. Found through {@link java.util.ServiceLoader}; stateless. */
public interface Codec {

    /** The name in {@code codec: ...}. */
    String name();

    /** What it reads; empty where it takes either. */
    default Optional<Carriage> reads() {
        return Optional.empty();
    }

    /** What it understands in a channel's entry. */
    List<Key> channelKeys();

    /** Files that say what a frame must be, such as schemas: the evidence keeps a copy. Nothing secret. */
    default List<Path> files(ChannelSpec channel) {
        return List.of();
    }

    /** What it understands in a signal's entry. */
    List<Key> signalKeys();

    /** What it understands in a command's entry. */
    List<Key> commandKeys();

    /**
     * Whether messages at that address may have a value of the signal.
     *
     * @param address as {@link Encoder#address} has it
     */
    default boolean takes(ChannelSpec channel, SignalSpec signal, String address) {
        return true;
    }

    /**
     * The address that the values of a signal come from, as the transport's channels ask for addresses; empty where there is none.
     *
     * @throws InputException where a setting is wrong, with its place
     */
    default Optional<String> address(ChannelSpec channel, SignalSpec signal) {
        return Optional.empty();
    }

    /**
     * A decoder for one channel; a {@link Poller} where the protocol wants to be asked. Also called when the files are read, so that bad settings are found before a run.
     *
     * @param signals those on this channel
     * @throws InputException where a setting is wrong, with its place
     */
    Decoder decoder(ChannelSpec channel, List<SignalSpec> signals);

    /**
     * The same for a run, in which commands may be sent; another one only where their answers may be taken for those to what the
     * decoder asks.
     *
     * @param signals those on this channel
     * @param commands those on this channel
     */
    default Decoder decoder(ChannelSpec channel, List<SignalSpec> signals, List<CommandSpec> commands) {
        return decoder(channel, signals);
    }

    /**
     * How a signal comes to values that answer another question than its own; empty where answers bear a number, or differ in form, and
     * of codecs that ask nothing.
     *
     * @param signals those on this channel
     * @param commands those on this channel
     */
    default Optional<Mistakable> mistakable(
            ChannelSpec channel, List<SignalSpec> signals, List<CommandSpec> commands, SignalSpec signal) {
        return Optional.empty();
    }

    /**
     * An encoder for one command of one channel. Also called when the files are read.
     *
     * @throws InputException where a setting is wrong, with its place
     */
    Encoder encoder(ChannelSpec channel, CommandSpec command);
}
