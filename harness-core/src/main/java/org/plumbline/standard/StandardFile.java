package org.plumbline.standard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.error.InputException;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.QuantityReader;
import org.plumbline.yaml.References;
import org.plumbline.yaml.Schema;
import org.plumbline.yaml.YamlFile;
import org.plumbline.yaml.YamlNode;

/** Reads {@code standard.yaml}, which the committee writes. */
public final class StandardFile {

    /** The published schema's file name. */
    public static final String SCHEMA = "standard.schema.json";

    private final YamlNode root;
    private final Problems problems;

    private StandardFile(YamlNode root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /**
     * The catalogue in a file.
     *
     * @throws InputException with everything that is wrong with the file, in file order
     */
    public static Standard read(Path file) {
        YamlNode root = YamlFile.read(file);
        Problems problems = new Problems();
        new Schema(Schema.resource(SCHEMA)).check(root, problems);
        References.refuse(
                root,
                new Text("标准中不能引用环境变量", "a standard cannot refer to environment variables"),
                new Text(
                        "请直接写值（${env:…} 只能用于 device.yaml 与 bench.yaml）",
                        "write the value itself (${env:…} is for device.yaml and bench.yaml only)"),
                problems);
        problems.throwIfAny();
        Standard standard = new StandardFile(root, problems).standard();
        problems.throwIfAny();
        return standard;
    }

    private Standard standard() {
        String id = root.required("standard").raw();
        Map<String, IcsItem> ics = new LinkedHashMap<>();
        root.mapping("ics").forEach((name, node) -> ics.put(name, new IcsItem(name, words(node))));
        Map<String, IxitItem> ixit = ixit();
        return new Standard(
                id,
                words(root.required("title")),
                root.required("level").raw(),
                root.required("stage").raw(),
                root.required("revision").raw(),
                leads(),
                root.list("sources").stream().map(YamlNode::raw).toList(),
                ics,
                ixit,
                root.list("references").stream().map(YamlNode::raw).toList(),
                new CompletenessReader(problems).read(root.field("completeness")),
                requirements(id, ics, ixit));
    }

    private List<Lead> leads() {
        return root.list("leads").stream()
                .map(node -> new Lead(
                        words(node.required("organisation")),
                        node.required("role").raw()))
                .toList();
    }

    private Map<String, IxitItem> ixit() {
        Map<String, IxitItem> items = new LinkedHashMap<>();
        root.mapping("ixit").forEach((name, node) -> {
            Double min = node.number("min");
            Double max = node.number("max");
            if (min != null && max != null && min > max) {
                problems.add(
                        node.required("min").place(),
                        new Text("最小值大于最大值", "the least value is larger than the largest"),
                        new Text("请核对 min 与 max", "check min and max"));
            }
            QuantityReader.unit(node.required("unit"), problems)
                    .ifPresent(unit -> items.put(name, new IxitItem(name, unit, min, max, words(node))));
        });
        return items;
    }

    private List<Requirement> requirements(String id, Map<String, IcsItem> ics, Map<String, IxitItem> ixit) {
        RequirementReader reader =
                new RequirementReader(id, ics, new LimitReader(ixit, root.mapping("ixit"), problems), problems);
        List<Requirement> requirements = new ArrayList<>();
        root.list("requirements").forEach(node -> requirements.add(reader.read(node)));
        return requirements;
    }

    static Text words(YamlNode node) {
        return new Text(node.required("zh").raw(), node.required("en").raw());
    }
}
