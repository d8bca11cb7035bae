package org.plumbline.vda5050;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SpelledNumber;
import org.plumbline.error.InputException;
import org.plumbline.text.Text;

/**
 * Nodes and edges in the order of driving. They are numbered from 0, or from the first node's {@code sequenceId}, and released
 * until one says that it is not; what an entry says itself goes before.
 *
 * @param entries node, edge, node and so on; an empty edge where the file has none
 */
record Route(List<Entry> entries) {

    /** A node or an edge as the file has it. */
    record Entry(boolean isNode, Map<String, @Nullable Object> fields, ActionList actions) {}

    private static final String KEY = "route";

    /** @throws InputException where it does not begin and end with a node, or has two edges in a row */
    static Route of(Settings settings) {
        Object tree = settings.tree(KEY).orElseThrow();
        List<Entry> entries = new ArrayList<>();
        boolean nodeIsNext = true;
        for (Object item : tree instanceof List<?> list ? list : List.of(tree)) {
            Entry entry = entry(settings, item);
            if (entry.isNode && !nodeIsNext) {
                entries.add(new Entry(false, Map.of(), ActionList.NONE));
            } else if (!entry.isNode && nodeIsNext) {
                throw wrong(settings, new Text("连线前没有节点", "an edge without a node before it"));
            }
            entries.add(entry);
            nodeIsNext = !entry.isNode;
        }
        if (nodeIsNext) {
            throw wrong(settings, new Text("路线须以节点结束", "a route ends with a node"));
        }
        return new Route(entries);
    }

    private static Entry entry(Settings settings, @Nullable Object item) {
        Map<String, @Nullable Object> fields = item instanceof Map
                ? Fields.of(Fields.withTextIds(item))
                : Fields.of(Map.of("nodeId", SpelledNumber.spelling(item)));
        boolean isNode = fields.get("nodeId") != null;
        if (item == null || isNode == (fields.get("edgeId") != null)) {
            throw wrong(settings, new Text("每项须有 nodeId 或 edgeId 之一", "each entry has either nodeId or edgeId"));
        }
        return new Entry(isNode, fields, ActionList.of(settings, KEY, fields.remove("actions")));
    }

    private static InputException wrong(Settings settings, Text what) {
        return Refusal.of(
                settings,
                KEY,
                what,
                new Text(
                        "例如 route: [A, {edgeId: AB, maxSpeed: 1.0}, {nodeId: B, actions: [pick]}]",
                        "for example route: [A, {edgeId: AB, maxSpeed: 1.0}, {nodeId: B, actions: [pick]}]"));
    }

    /** The order's {@code nodes} and {@code edges}. */
    Map<String, @Nullable Object> fill(Map<String, String> parameters, Sender sender, Instant utc) {
        List<Map<String, @Nullable Object>> filled = entries.stream()
                .map(entry -> Fields.of(Fields.template(entry.fields).fill(parameters)))
                .toList();
        Object first = filled.get(0).get("sequenceId");
        long number = first instanceof Number given ? given.longValue() : 0;
        boolean released = true;
        List<Object> nodes = new ArrayList<>();
        List<Object> edges = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            Entry entry = entries.get(i);
            Map<String, @Nullable Object> given = filled.get(i);
            released = released && isReleased(given) && (entry.isNode || isReleased(filled.get(i + 1)));
            Map<String, @Nullable Object> part = new LinkedHashMap<>();
            if (!entry.isNode) {
                join(part, filled.get(i - 1).get("nodeId"), filled.get(i + 1).get("nodeId"), sender);
            }
            part.put("sequenceId", number + i);
            part.put("released", released);
            part.putAll(given);
            part.put("actions", entry.actions.fill(parameters, sender, utc, "HARD"));
            (entry.isNode ? nodes : edges).add(part);
        }
        Map<String, @Nullable Object> order = new LinkedHashMap<>();
        order.put("nodes", nodes);
        order.put("edges", edges);
        return order;
    }

    private static boolean isReleased(Map<String, @Nullable Object> given) {
        return !Boolean.FALSE.equals(given.get("released"));
    }

    private static void join(
            Map<String, @Nullable Object> edge, @Nullable Object from, @Nullable Object to, Sender sender) {
        edge.put("edgeId", from + "-" + to);
        if (sender.vehicle().version().edgesNameNodes()) {
            edge.put("startNodeId", from);
            edge.put("endNodeId", to);
        }
    }
}
