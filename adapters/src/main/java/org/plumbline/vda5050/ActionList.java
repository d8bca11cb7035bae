package org.plumbline.vda5050;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.text.Text;

/** A list of actions, each in short: its type alone, or its fields with the parameters as a mapping. */
record ActionList(List<?> entries) {

    static final ActionList NONE = new ActionList(List.of());

    /** @throws InputException where one has no type */
    static ActionList of(Settings settings, String key, @Nullable Object tree) {
        Object given = Fields.withTextIds(tree);
        List<?> entries = given instanceof List<?> list ? list : given == null ? List.of() : List.of(given);
        for (Object entry : entries) {
            if (!(entry instanceof String) && !(entry instanceof Map<?, ?> map && map.get("actionType") != null)) {
                throw Refusal.of(
                        settings,
                        key,
                        new Text("动作没有 actionType", "an action without actionType"),
                        new Text(
                                "例如 [cancelOrder] 或 [{actionType: pick, actionParameters: {stationType: floor}}]",
                                "for example [cancelOrder] or [{actionType: pick, actionParameters: {stationType: floor}}]"));
            }
        }
        return new ActionList(entries);
    }

    /** As messages have them; an id is made where none is given. */
    List<Map<String, @Nullable Object>> fill(
            Map<String, String> parameters, Sender sender, Instant utc, String blocking) {
        return entries.stream()
                .map(entry -> filled(Fields.template(entry).fill(parameters), sender, utc, blocking))
                .toList();
    }

    private static Map<String, @Nullable Object> filled(
            @Nullable Object entry, Sender sender, Instant utc, String blocking) {
        Map<String, @Nullable Object> given =
                Fields.of(entry instanceof Map ? entry : Map.of("actionType", String.valueOf(entry)));
        String type = String.valueOf(given.get("actionType"));
        Map<String, @Nullable Object> action = new LinkedHashMap<>();
        action.put("actionType", type);
        action.put("actionId", given.containsKey("actionId") ? null : sender.newId(type, utc));
        action.put("blockingType", blocking);
        action.putAll(given);
        action.computeIfPresent("actionParameters", (name, parameters) -> listed(parameters));
        return action;
    }

    private static Object listed(Object parameters) {
        if (!(parameters instanceof Map<?, ?>)) {
            return parameters;
        }
        List<Object> list = new ArrayList<>();
        Fields.of(parameters).forEach((key, value) -> {
            Map<String, @Nullable Object> parameter = new LinkedHashMap<>();
            parameter.put("key", key);
            parameter.put("value", value);
            list.add(parameter);
        });
        return list;
    }
}
