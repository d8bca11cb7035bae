package org.plumbline.standard;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.error.Place;
import org.plumbline.ics.Applicability;
import org.plumbline.ics.ExpressionException;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.YamlNode;

/** Reads the requirements of one standard; remembers ids and limit names, which must not come twice. */
final class RequirementReader {

    private final String standard;
    private final Map<String, IcsItem> ics;
    private final LimitReader limits;
    private final Problems problems;
    private final Map<String, Place> ids = new HashMap<>();
    private final Map<String, Place> limitNames = new HashMap<>();

    RequirementReader(String standard, Map<String, IcsItem> ics, LimitReader limits, Problems problems) {
        this.standard = standard;
        this.ics = ics;
        this.limits = limits;
        this.problems = problems;
    }

    Requirement read(YamlNode node) {
        return new Requirement(
                id(node.required("id")),
                node.required("clause").raw(),
                node.text("class", "basic"),
                Modality.valueOf(node.required("modality").raw().toUpperCase(Locale.ROOT)),
                StandardFile.words(node.required("text")),
                node.field("applies").map(this::applies).orElse(new Applicability.Always()),
                limits(node.mapping("limits")),
                node.list("challenged-by").stream().map(YamlNode::raw).toList());
    }

    private String id(YamlNode node) {
        String id = node.raw();
        if (!id.startsWith(standard + "-")) {
            problems.add(
                    node.place(),
                    new Text("要求的标识 \"%s\" 不以标准的标识开头", "the id \"%s\" does not start with that of the standard")
                            .with(id),
                    new Text("请写成 \"%s-…\"", "write \"%s-…\"").with(standard));
        }
        once(ids, id, node.place(), new Text("要求 \"%s\"", "the requirement \"%s\"").with(id));
        return id;
    }

    private void once(Map<String, Place> seen, String name, Place place, Text what) {
        Place earlier = seen.putIfAbsent(name, place);
        if (earlier != null) {
            problems.add(
                    place,
                    new Text(
                            what.zh() + " 已在第 " + earlier.line() + " 行出现",
                            what.en() + " is already there in line " + earlier.line()),
                    new Text("请换一个名称", "give it another name"));
        }
    }

    private Applicability applies(YamlNode node) {
        try {
            Applicability applies = Applicability.parse(node.raw());
            applies.items().stream()
                    .filter(item -> !ics.containsKey(item))
                    .forEach(item -> problems.add(
                            node.placeOf(offsetOf(item, node.raw())),
                            new Text("未知的 ICS 项 \"%s\"", "unknown ICS item \"%s\"").with(item),
                            Nearest.remedy(item, ics.keySet())));
            return applies;
        } catch (ExpressionException e) {
            problems.add(
                    node.placeOf(e.offset()),
                    new Text(
                            "适用条件 \"" + node.raw() + "\" 无法解读：" + e.what().zh(),
                            "the condition \"" + node.raw() + "\" cannot be read: "
                                    + e.what().en()),
                    new Text("请写成如 U-DEPTH && !U-CRAWLER 的形式", "write it like U-DEPTH && !U-CRAWLER"));
            return new Applicability.Always();
        }
    }

    private static int offsetOf(String item, String expression) {
        String whole = "[A-Za-z0-9._-]";
        Matcher matcher = Pattern.compile("(?<!" + whole + ")" + Pattern.quote(item) + "(?!" + whole + ")")
                .matcher(expression);
        return matcher.find() ? matcher.start() : 0;
    }

    private Map<String, Limit> limits(Map<String, YamlNode> nodes) {
        Map<String, Limit> read = new LinkedHashMap<>();
        nodes.forEach((name, node) -> {
            once(limitNames, name, node.keyPlace(), new Text("限值 \"%s\"", "the limit \"%s\"").with(name));
            limits.read(name, node).ifPresent(limit -> read.put(name, limit));
        });
        return read;
    }
}
