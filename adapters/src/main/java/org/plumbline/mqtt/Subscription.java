package org.plumbline.mqtt;

import java.util.List;
import java.util.Map;
import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.json.TopicFilter;
import org.plumbline.text.Text;

/**
 * One topic filter with its options: MQTT 5, 3.8.3.1; of 3.1.1 the quality of service alone. The option "retain as published"
 * is not offered: what is live could no longer be told from what the broker had kept.
 *
 * @param qos 0, 1 or 2
 * @param noLocal whether what this client publishes itself does not come back
 * @param retainHandling of kept messages: 0 all come, 1 where the subscription is new, 2 none
 */
record Subscription(String filter, int qos, boolean noLocal, int retainHandling) {

    private static final String KEY = "subscribe-options";

    /** Shared ones must not ask for it (MQTT 5, 3.8.3.1). */
    private static final String SHARED = "$share/";

    private static final Map<String, Integer> RETAINED = Map.of("all", 0, "new", 1, "none", 2);

    static List<Subscription> of(Settings settings, List<String> filters, int qos, boolean five) {
        Map<String, Object> options = Nested.mapping(settings, KEY);
        Nested.onlyKeys(settings, KEY, options, filters);
        List<Subscription> all = filters.stream()
                .map(filter -> of(settings, filter, Nested.mapping(settings, KEY, options.get(filter)), qos, five))
                .toList();
        requireOneCopy(settings, all);
        return all;
    }

    /** A broker may send a message once for each subscription that it fits (MQTT 3.1.1, 3.3.5; MQTT 5, 3.3.4). */
    private static void requireOneCopy(Settings settings, List<Subscription> all) {
        for (int i = 0; i < all.size(); i++) {
            for (Subscription before : all.subList(0, i)) {
                if (before.plain().overlaps(all.get(i).plain())) {
                    throw new InputException(new Problem(
                            settings.placeOf("subscribe"),
                            new Text(
                                            "过滤器 %s 与 %s 有共同的主题，其中的报文会收到两次",
                                            "the filters %s and %s have topics in common, whose messages would come twice")
                                    .with(before.filter, all.get(i).filter),
                            new Text("请只留其一，或放到另一个通道", "keep one of them, or put the other into another channel")));
                }
            }
        }
    }

    private static Subscription of(
            Settings settings, String filter, Map<String, Object> options, int qos, boolean five) {
        Nested.onlyKeys(settings, KEY, options, five ? List.of("qos", "no-local", "retain-handling") : List.of("qos"));
        return new Subscription(
                filter,
                Nested.word(settings, KEY, options, "qos", Map.of("0", 0, "1", 1, "2", 2))
                        .orElse(qos),
                Nested.word(settings, KEY, options, "no-local", Map.of("true", true, "false", false))
                        .orElse(five && !filter.startsWith(SHARED)),
                Nested.word(settings, KEY, options, "retain-handling", RETAINED).orElse(0));
    }

    /** Whether messages to a topic come by it; the topic may hold {@code {parameters}}. */
    boolean covers(String topic) {
        return plain().mayMatch(topic);
    }

    /** Whether a message may come by it to a topic that fits that filter. */
    boolean overlaps(TopicFilter other) {
        return plain().overlaps(other);
    }

    /** Without what a broker takes off before it compares; the last two are EMQX's own. */
    private TopicFilter plain() {
        return new TopicFilter(filter.replaceFirst("^\\$(share/[^/]*|queue|exclusive)/", ""));
    }

    /** A plain one. */
    static Subscription to(String filter) {
        return new Subscription(filter, 0, false, 0);
    }
}
