package org.plumbline.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import org.plumbline.error.HarnessException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * A JSON Schema (2020-12) that says what is wrong in words for people. Descriptions in it are written
 * {@code 中文 | English}; those of the definitions in {@code $defs} say what form a value has.
 */
public final class Schema {

    private static final String FOLDER = "/org/plumbline/schema/";

    private final JsonNode json;
    private final JsonSchema compiled;

    /** @param json self-contained: every {@code $ref} points into it */
    public Schema(JsonNode json) {
        this.json = json;
        this.compiled = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(json);
    }

    /** A schema published with the harness, such as {@code standard.schema.json}. */
    public static ObjectNode resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new HarnessException(
                    Problem.of(
                            new Text("安装不完整：缺少 %s", "the installation is incomplete: %s is missing").with(name),
                            new Text("请重新安装", "install it again")),
                    e);
        }
    }

    /** Adds what is wrong with a value to the problems. */
    public void check(YamlNode node, Problems problems) {
        SchemaWords words = new SchemaWords(json, node);
        for (ValidationMessage message : compiled.validate(node.json())) {
            if (!words.follows(message)) {
                problems.add(words.problem(message));
            }
        }
    }
}
