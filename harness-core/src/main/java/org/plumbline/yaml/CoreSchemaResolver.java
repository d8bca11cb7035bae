package org.plumbline.yaml;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The core schema of YAML 1.2.2 (clause 10.3), without its numbers that are not finite. In YAML 1.1, SnakeYAML's own,
 * {@code off} would be false, {@code 010} eight and {@code 12:30} seven hundred and fifty.
 */
final class CoreSchemaResolver extends Resolver {

    static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern REAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL");
    private static final Pattern EMPTINESS = Pattern.compile("");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, TRUTH, "tTfF");
        addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
        addImplicitResolver(Tag.FLOAT, REAL, "-+0123456789.");
        addImplicitResolver(Tag.NULL, NOTHING, "~nN");
        addImplicitResolver(Tag.NULL, EMPTINESS, null);
    }
}
