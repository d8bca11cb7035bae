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
import org.plumbline.channel.Packet;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;

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
            adapters.encoder(bench, command).encode(parameters);
            return Optional.of(parameters.names);
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** What an encoder says against these parameters; empty where it encodes them. */
    Optional<Problem> refusal(CommandSpec command, Map<String, String> parameters) {
        try {
            adapters.encoder(bench, command).encode(parameters);
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(e.problems().get(0));
        }
    }

    /** Whether it acts on the network, which the end of its trial takes back; its parameters do not decide that. */
    boolean actsOnNetwork(CommandSpec command) {
        try {
            Packet packet = adapters.encoder(bench, command).encode(new Asked());
            return bench.channel(command.channel())
                    .flatMap(channel -> adapters.transport(channel.transport()))
                    .filter(transport -> transport.takesBack(packet))
                    .isPresent();
        } catch (InputException e) {
            return false;
        }
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
