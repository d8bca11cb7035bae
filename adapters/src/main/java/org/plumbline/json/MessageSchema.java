package org.plumbline.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.InputStreamSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Settings;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * A JSON Schema that messages must keep: draft 4 to 2020-12 as its {@code $schema} says, 2020-12 without one. It may refer
 * to other files; nothing is fetched over the network. Thread-safe.
 */
public final class MessageSchema {

    private static final int MOST_SHOWN = 3;

    /** Published schemas have commas too many: those of VDA 5050 3.0.0 do. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private final JsonSchema compiled;

    private MessageSchema(JsonSchema compiled) {
        this.compiled = compiled;
    }

    /** The schemas in some files, see {@link #read(Settings, String, Path)}. */
    public static Map<TopicFilter, MessageSchema> read(Settings settings, String key, Map<TopicFilter, Path> files) {
        return files.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> read(settings, key, file.getValue())));
    }

    /**
     * The schema in a file.
     *
     * @param key what names the file
     * @throws InputException where it cannot be read or is no schema
     */
    public static MessageSchema read(Settings settings, String key, Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (!json.isObject() && !json.isBoolean()) {
                throw wrong(settings, key, file, new Text("它不是对象", "it is no object"), null);
            }
            JsonSchema compiled = compiled(file, json);
            compiled.initializeValidators();
            return new MessageSchema(compiled);
        } catch (JsonProcessingException e) {
            Text what = new Text("它不是 JSON（第 %d 行）", "it is not JSON (line %d)")
                    .with(e.getLocation() == null ? 1 : e.getLocation().getLineNr());
            throw wrong(settings, key, file, what, e);
        } catch (IOException e) {
            throw wrong(settings, key, file, FileTrouble.words(e), e);
        } catch (JsonSchemaException e) {
            Text what = new Text("模式有误，或其引用无法读取: %s", "wrong, or what it refers to cannot be read: %s")
                    .with(String.valueOf(e.getMessage()));
            throw wrong(settings, key, file, what, e);
        }
    }

    private static InputException wrong(Settings settings, String key, Path file, Text why, @Nullable Exception cause) {
        Problem problem = new Problem(
                settings.placeOf(key),
                new Text(
                        "无法使用 JSON 模式 %s: %s".formatted(file, why.zh()),
                        "the JSON Schema %s cannot be used: %s".formatted(file, why.en())),
                new Text(
                        "请给出 JSON 模式文件；它引用的文件须在本机",
                        "name a file with a JSON Schema; files that it refers to must be on this computer"));
        return cause == null ? new InputException(problem) : new InputException(problem, cause);
    }

    private static JsonSchema compiled(Path file, JsonNode json) {
        VersionFlag version =
                SpecVersionDetector.detectOptionalVersion(json, false).orElse(VersionFlag.V202012);
        if (json instanceof ObjectNode object) {
            // Said above. The library would look up what it does not know, such as 2020-12 by http.
            object.remove("$schema");
        }
        JsonMetaSchema quiet = JsonMetaSchema.builder(
                        JsonSchemaFactory.checkVersion(version).getInstance())
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                .build();
        return JsonSchemaFactory.getInstance(version, factory -> factory.metaSchema(quiet)
                        .schemaLoaders(loaders -> loaders.add(MessageSchema::referred)))
                .getSchema(
                        SchemaLocation.of(file.toUri().toString()),
                        json,
                        SchemaValidatorsConfig.builder().build());
    }

    /** Never leaves it to the library, which would look on the network, and log what is not there with a stack trace. */
    private static InputStreamSource referred(AbsoluteIri iri) {
        try {
            byte[] read =
                    JSON.writeValueAsBytes(JSON.readTree(Files.readAllBytes(Path.of(URI.create(iri.toString())))));
            return () -> new ByteArrayInputStream(read);
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new JsonSchemaException(iri.toString());
        }
    }

    /** What in a message is against the schema, the first places as JSON Pointer (RFC 6901) and keyword; empty: nothing. */
    Optional<Text> violation(JsonNode message) {
        Set<ValidationMessage> found;
        try {
            found = compiled.validate(message);
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.of(new Text("schema: 数值超出范围", "schema: a number out of range"));
        } catch (StackOverflowError e) {
            // java.util.regex recurses over the text: (a|b)* on a long string
            return Optional.of(new Text("schema: 嵌套过深，无法核对", "schema: too deep to be checked"));
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String first =
                found.stream().limit(MOST_SHOWN).map(MessageSchema::shown).collect(Collectors.joining(", "));
        int more = found.size() - MOST_SHOWN;
        return Optional.of(Text.same("schema: " + first)
                .and(more > 0 ? new Text("，另有 " + more + " 处", " and " + more + " more") : Text.same("")));
    }

    private static String shown(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        return (pointer.isEmpty() ? "(root)" : pointer)
                + " " + message.getType()
                + (message.getProperty() == null ? "" : " " + message.getProperty());
    }
}
