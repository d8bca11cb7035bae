package org.plumbline.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.run.ChannelLatency;
import org.plumbline.run.Characterisation;
import org.plumbline.text.Text;

/** What the time stamps of a run are worth, as the capture's metadata: texts by name. */
final class RecordedCharacterisation {

    static final String METADATA = "plumbline.characterisation";

    private static final String RESOLUTION = "resolution-ns";
    private static final String NAMES = "channels";

    /** Captures from before have one entry for each kind of connection. */
    private static final String OLDER = "transports";

    private RecordedCharacterisation() {}

    static Map<String, String> toTexts(Characterisation characterisation) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(RESOLUTION, Long.toString(characterisation.resolution()));
        List<String> names = characterisation.channels().stream()
                .map(ChannelLatency::channel)
                .toList();
        texts.put(NAMES, String.join(" ", names));
        for (ChannelLatency channel : characterisation.channels()) {
            String name = channel.channel();
            texts.put(name + ".transport", channel.transport());
            texts.put(name + ".messages", Integer.toString(channel.messages()));
            texts.put(name + ".median-ns", Long.toString(channel.median()));
            texts.put(name + ".p99-ns", Long.toString(channel.p99()));
            texts.put(name + ".jitter-ns", Long.toString(channel.jitter()));
            Text why = channel.trouble();
            if (why != null) {
                texts.put(name + ".trouble-zh", why.zh());
                texts.put(name + ".trouble-en", why.en());
            }
        }
        texts.putAll(RecordedFiles.toTexts(characterisation.files()));
        return texts;
    }

    static Characterisation of(Map<String, String> texts) {
        List<ChannelLatency> channels = new ArrayList<>();
        for (String name :
                texts.getOrDefault(NAMES, texts.getOrDefault(OLDER, "")).split(" ")) {
            if (!name.isEmpty()) {
                channels.add(channel(name, texts));
            }
        }
        return new Characterisation(number(texts, RESOLUTION), List.copyOf(channels), RecordedFiles.of(texts));
    }

    private static ChannelLatency channel(String name, Map<String, String> texts) {
        String zh = texts.get(name + ".trouble-zh");
        String en = texts.get(name + ".trouble-en");
        return new ChannelLatency(
                name,
                texts.getOrDefault(name + ".transport", name),
                (int) number(texts, name + ".messages"),
                number(texts, name + ".median-ns"),
                number(texts, name + ".p99-ns"),
                number(texts, name + ".jitter-ns"),
                zh == null || en == null ? null : new Text(zh, en));
    }

    private static long number(Map<String, String> texts, String key) {
        return Long.parseLong(texts.getOrDefault(key, "0"));
    }
}
