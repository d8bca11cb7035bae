package org.plumbline.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns SnakeYAML's nodes into ours; once for each file. */
final class YamlTree {

    /** A key that has its value in itself. */
    private static final Pattern JOINED = Pattern.compile("([\\w.-]+)\\s*([:：]).+");

    private static final int MAX_DEPTH = 32;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_NODES = 200_000;
    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

    private final String file;
    private final Problems problems = new Problems();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    YamlTree(String file) {
        this.file = file;
    }

    YamlNode parse(String text) {
        Node root = compose(text);
        if (root == null || root.getTag().equals(Tag.NULL)) {
            throw wrong(
                    Place.of(file),
                    new Text("文件是空的", "the file is empty"),
                    new Text("请按示例填写内容", "fill it in, as the examples show"));
        }
        if (!(root instanceof MappingNode)) {
            throw wrong(
                    at(root.getStartMark()),
                    new Text("文件的最外层应为「键: 值」的映射", "the top level of the file must be a mapping of keys to values"),
                    new Text("请从第一行起写成 键: 值", "write key: value from the first line on"));
        }
        YamlNode tree = node(root, null);
        problems.throwIfAny();
        return tree;
    }

    private @Nullable Node compose(String text) {
        try {
            StreamReader reader = new StreamReader(text);
            return new Composer(new ParserImpl(reader, options()), new CoreSchemaResolver(), options()).getSingleNode();
        } catch (YAMLException e) {
            throw new InputException(SyntaxWords.problem(e, text, file));
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit((int) YamlBytes.MAX_BYTES);
        return options;
    }

    private YamlNode node(Node node, @Nullable Place keyPlace) {
        Place place = at(node.getStartMark());
        nodes++;
        // Fifty aliases, nested, can still stand for millions of nodes.
        if (nodes > MAX_NODES || !open.add(node)) {
            throw wrong(
                    place,
                    new Text("别名（*）展开后过大或指向自身", "the aliases (*) expand to too much or refer to themselves"),
                    new Text("请直接写出内容，不用别名", "write the content out instead of using aliases"));
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            problems.add(
                    place,
                    new Text("不支持标签 %s", "the tag %s is not supported")
                            .with(node.getTag().getValue()),
                    new Text("请去掉标签，直接写值", "leave the tag out and write the plain value"));
        }
        YamlNode result = place(node, place, keyPlace == null ? place : keyPlace);
        open.remove(node);
        return result;
    }

    private YamlNode place(Node node, Place place, Place keyPlace) {
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, place, keyPlace);
        }
        if (node instanceof SequenceNode sequence) {
            return sequence(sequence, place, keyPlace);
        }
        return scalar((ScalarNode) node, place, keyPlace);
    }

    private YamlNode mapping(MappingNode mapping, Place place, Place keyPlace) {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            Place at = at(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(
                        at,
                        new Text("键不能是列表或映射", "a key cannot be a list or a mapping"),
                        new Text("请用一个词作键", "use one word as the key"));
                continue;
            }
            Matcher joined = JOINED.matcher(key.getValue());
            boolean wide = joined.matches() && joined.group(2).equals("：");
            if (key.isPlain()
                    && joined.matches()
                    && (wide || tuple.getValueNode().getTag().equals(Tag.NULL))) {
                Place colon = new Place(file, at.line(), at.column() + joined.start(2));
                problems.add(wide ? FullWidth.colon(colon) : unspaced(colon));
                continue;
            }
            YamlNode value = node(tuple.getValueNode(), at);
            YamlNode earlier = fields.putIfAbsent(key.getValue(), value);
            if (earlier != null) {
                problems.add(
                        at, twice(key.getValue(), earlier.keyPlace()), new Text("请只保留一处", "keep only one of them"));
            }
            json.set(key.getValue(), value.json());
        }
        return new YamlNode(place, keyPlace, json, "", false, 0, Collections.unmodifiableMap(fields), List.of());
    }

    private static Problem unspaced(Place colon) {
        return new Problem(
                colon,
                new Text("冒号后缺少空格", "there is no space after this colon"),
                new Text("请写成 键: 值", "write key: value"));
    }

    private static Text twice(String key, Place earlier) {
        return new Text("键 \"%s\" 重复，第一次出现在第 %d 行", "the key \"%s\" is there twice, first in line %d")
                .with(key, earlier.line());
    }

    private YamlNode sequence(SequenceNode sequence, Place place, Place keyPlace) {
        List<YamlNode> items = new ArrayList<>();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Node item : sequence.getValue()) {
            YamlNode value = node(item, null);
            items.add(value);
            json.add(value.json());
        }
        return new YamlNode(place, keyPlace, json, "", false, 0, Map.of(), List.copyOf(items));
    }

    private YamlNode scalar(ScalarNode scalar, Place place, Place keyPlace) {
        String raw = scalar.getValue();
        Mark start = scalar.getStartMark();
        Mark end = scalar.getEndMark();
        int quote = scalar.isPlain() ? 0 : 1;
        boolean columns = start.getLine() == end.getLine()
                && end.getColumn() - start.getColumn() == raw.codePointCount(0, raw.length()) + 2 * quote;
        JsonNode json = scalar.getTag().equals(Tag.NULL) ? NullNode.getInstance() : Scalars.json(scalar);
        return new YamlNode(place, keyPlace, json, raw, columns, place.column() + quote, Map.of(), List.of());
    }

    private Place at(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static InputException wrong(Place place, Text what, Text remedy) {
        return new InputException(new Problem(place, what, remedy));
    }
}
