package org.plumbline.suite;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.CommandSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Packet;

/** Which parameters the commands of a bench have. Only their encoders know, so they are asked. */
final class CommandParameters {

    private final Bench bench;
    private final Adapters adapters;
    private final Map<String, Optional<Set<String>>> known = new HashMap<>();

    CommandParameters(Bench bench, Adapters adapters) {
        this.bench = bench;
        this.adapters = adapters;
    }

    /** Their names; empty where the encoder does not get on with values that stand for none. */
    Optional<Set<String>> of(CommandSpec command) {
        return known.computeIfAbsent(command.name(), name -> asked(command));
    }

    private Optional<Set<String>> asked(CommandSpec command) {
        Asked parameters = new Asked();
        try {
            encoder(command).encode(parameters);
            return Optional.of(parameters.names);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What an encoder says against these parameters; empty where it encodes them. */
    Optional<String> refusal(CommandSpec command, Map<String, String> parameters) {
        try {
            encoder(command).encode(parameters);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Whether it acts on the network, which the end of its trial takes back; its parameters do not decide that. */
    boolean actsOnNetwork(CommandSpec command) {
        try {
            Packet packet = encoder(command).encode(new Asked());
            return bench.channel(command.channel())
                    .flatMap(channel -> adapters.transport(channel.transport()))
                    .filter(transport -> transport.takesBack(packet))
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Encoder encoder(CommandSpec command) {
        return bench.channel(command.channel())
                .flatMap(channel -> adapters.codec(channel.codec()).map(codec -> codec.encoder(channel, command)))
                .orElseThrow();
    }

    /** Has a value for every name, and remembers the names. */
    private static final class Asked extends AbstractMap<String, String> {

        private final Set<String> names = new LinkedHashSet<>();

        @Override
        public boolean containsKey(@Nullable Object name) {
            return get(name) != null;
        }

        @Override
        public String get(@Nullable Object name) {
            names.add(String.valueOf(name));
            return "1";
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return Set.of();
        }
    }
}
