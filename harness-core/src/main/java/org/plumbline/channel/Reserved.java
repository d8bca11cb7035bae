package org.plumbline.channel;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Keys of every channel, signal or command, which no transport and no codec can have for itself: it would never see them. */
enum Reserved {
    CHANNEL("通道", "channels", "transport", "codec", "on-open", "on-close", "poll", "poll-period", "poll-timeout"),
    SIGNAL(
            "信号",
            "signals",
            "channel",
            "unit",
            "circle",
            "uncertainty",
            "error-limits",
            "resolution",
            "range",
            "interval",
            "on-event",
            "answer-to"),
    COMMAND("命令", "commands", "channel", "changes-state");

    private final Text where;
    private final Set<String> words;

    Reserved(String zh, String en, String... words) {
        this.where = new Text(zh, en);
        this.words = new TreeSet<>(Set.of(words));
    }

    /** In alphabetical order. */
    Set<String> words() {
        return words;
    }

    /** A problem for each key of the transport that is one of these. */
    static Stream<Problem> of(Place place, Transport transport) {
        return CHANNEL.of(place, "transport " + transport.name(), transport.keys());
    }

    /** A problem for each key of the codec that is one of these. */
    static Stream<Problem> of(Place place, Codec codec) {
        String owner = "codec " + codec.name();
        return Stream.of(
                        CHANNEL.of(place, owner, codec.channelKeys()),
                        SIGNAL.of(place, owner, codec.signalKeys()),
                        COMMAND.of(place, owner, codec.commandKeys()))
                .flatMap(problems -> problems);
    }

    private Stream<Problem> of(Place place, String owner, List<Key> keys) {
        return keys.stream()
                .map(Key::name)
                .filter(words::contains)
                .map(key -> new Problem(
                        place,
                        new Text(
                                        "%1$s 的%3$s键“%2$s”是 Plumbline 自用的",
                                        "%s has a key \"%s\" of its own for %s, which is Plumbline's")
                                .with(owner, key, where),
                        new Text(
                                        "请在插件中为该键改名；%s键中已占用: %s",
                                        "give the key another name in the plugin; taken for %s are %s")
                                .with(where, String.join(", ", words))));
    }
}
