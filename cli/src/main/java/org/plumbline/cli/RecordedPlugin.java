package org.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Plugin;
import org.plumbline.channel.PluginOrigin;
import org.plumbline.error.InputException;
import org.plumbline.text.Text;

/**
 * A plugin that was there when a run was made, as its results name it.
 *
 * @param sha256 of the whole jar, in lower-case hexadecimal
 * @param holds as {@link Plugin#holds()}
 */
record RecordedPlugin(String jar, String sha256, List<String> holds) {

    /** @param results results.json of the run */
    static List<RecordedPlugin> of(JsonNode results) {
        List<RecordedPlugin> plugins = new ArrayList<>();
        for (JsonNode plugin : results.at("/runs/0/plan/software/plugins")) {
            List<String> holds = new ArrayList<>();
            plugin.path("transports").forEach(name -> holds.add("transport " + name.asText()));
            plugin.path("codecs").forEach(name -> holds.add("codec " + name.asText()));
            plugins.add(new RecordedPlugin(
                    plugin.path("jar").asText(), plugin.path("sha256").asText(), holds));
        }
        return plugins;
    }

    /**
     * Which of them are other ones now.
     *
     * @param results results.json of the run
     */
    static List<Text> replaced(JsonNode results) {
        List<Plugin> now = Adapters.installed().plugins();
        return of(results).stream().flatMap(then -> then.replaced(now).stream()).toList();
    }

    /**
     * The same, with the jar that is missing as the way out.
     *
     * @param results results.json of the run
     */
    static InputException remedied(InputException wrong, JsonNode results) {
        return PluginOrigin.remedied(
                wrong, of(results).stream().flatMap(RecordedPlugin::origins).toList());
    }

    /** That what it holds comes from another jar now; empty where it is the same jar, or comes from none. */
    Optional<Text> replaced(List<Plugin> now) {
        return now.stream()
                .filter(plugin -> !Collections.disjoint(plugin.holds(), holds))
                .filter(plugin -> !plugin.sha256().equals(sha256))
                .findFirst()
                .map(plugin -> new Text(
                                "插件与运行时的不同（%s）：当时是 %s，sha256 %s；现在是 %s，sha256 %s",
                                "the plugin is another one than the run had (%s): then %s, sha256 %s; now %s, sha256 %s")
                        .with(
                                String.join(", ", holds),
                                jar,
                                sha256,
                                plugin.jar().getFileName(),
                                plugin.sha256()));
    }

    /** Where what it holds came from. */
    Stream<PluginOrigin> origins() {
        return holds.stream().map(hold -> new PluginOrigin(hold, jar, sha256));
    }
}
