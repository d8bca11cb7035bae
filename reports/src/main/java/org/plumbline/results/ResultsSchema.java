package org.plumbline.results;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.List;
import org.plumbline.text.Text;
import org.plumbline.yaml.Schema;

/** The published JSON Schema (2020-12) of results.json. */
public final class ResultsSchema {

    /** Its {@code $id}, named in every results.json. */
    public static final String ID = "https://plumbline.org/schema/results.schema.json";

    private static final int MOST = 5;
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ResultsSchema() {}

    /** The schema. */
    public static JsonNode json() {
        return Schema.resource("results.schema.json");
    }

    /**
     * The document.
     *
     * @throws IOException where it is no JSON, or says the same key twice
     */
    public static JsonNode read(byte[] document) throws IOException {
        return STRICT.readTree(document);
    }

    /** Where the document does not fit the schema and which of its rules says so; the first few; empty where it fits. */
    public static List<Text> check(JsonNode document) {
        return Compiled.SCHEMA.validate(document).stream()
                .limit(MOST)
                .map(ResultsSchema::words)
                .toList();
    }

    private static Text words(ValidationMessage message) {
        String property = message.getProperty() == null ? "" : " " + message.getProperty();
        return new Text("%s 处不符合 JSON Schema 的规则 %s", "%s breaks the rule %s of its JSON Schema")
                .with(message.getInstanceLocation(), message.getType() + property);
    }

    /** Compiling takes longer than checking, and many bundles may be checked. */
    private static final class Compiled {
        static final JsonSchema SCHEMA =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(json());
    }
}
