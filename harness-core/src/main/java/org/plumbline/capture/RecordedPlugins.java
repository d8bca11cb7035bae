package org.plumbline.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.channel.Plugin;
import org.plumbline.channel.PluginOrigin;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;

/** The plugins that a run had, as the capture's metadata: by what they hold, the jar's digest and its name. */
public final class RecordedPlugins {

    static final String METADATA = "plumbline.plugins";

    private RecordedPlugins() {}

    /**
     * What a capture names; empty where its run had none.
     *
     * @param capture a complete one
     * @throws IOException where it cannot be read
     */
    public static List<PluginOrigin> read(Path capture) throws IOException {
        try (McapReader reader = McapReader.open(capture, McapReaderOptions.forRecovery())) {
            return of(reader);
        }
    }

    static List<PluginOrigin> of(McapReader reader) throws IOException {
        return of(RecordedRun.metadata(reader, METADATA).orElse(Map.of()));
    }

    static Map<String, String> toTexts(List<Plugin> plugins) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Plugin plugin : plugins) {
            plugin.holds()
                    .forEach(hold ->
                            texts.put(hold, plugin.sha256() + " " + plugin.jar().getFileName()));
        }
        return texts;
    }

    static List<PluginOrigin> of(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static PluginOrigin of(String hold, String text) {
        int space = text.indexOf(' ');
        return new PluginOrigin(hold, text.substring(space + 1), text.substring(0, Math.max(0, space)));
    }
}
