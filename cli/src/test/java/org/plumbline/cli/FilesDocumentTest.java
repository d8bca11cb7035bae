package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.benchfile.DeviceCheck;
import org.plumbline.benchfile.ReferenceCheck;
import org.plumbline.channel.Adapters;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Standard;
import org.plumbline.standard.StandardFile;
import org.plumbline.text.Language;

/**
 * docs/files.md and its Chinese twin say what the schemas and the adapters say, and their examples are files that are
 * accepted. {@code mvn test -pl cli -am -Dtest=FilesDocumentTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dplumbline.docs.write=true} writes the tables anew.
 */
class FilesDocumentTest {

    private static final Pattern TABLE = Pattern.compile("(?s)<!-- table: (\\S+) -->\n(.*?)<!-- /table -->");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n# (\\w+\\.yaml)\n(.*?)```");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(?:[^`]*\\.)?([^`.]+)` \\|");

    private static Path document(Language language) {
        return Path.of("..", "docs", language == Language.ZH ? "files.zh-CN.md" : "files.md");
    }

    private static Map<String, String> tables(Language language) {
        FileTables tables = new FileTables(Adapters.installed(), language);
        Map<String, String> all = new LinkedHashMap<>(tables.adapterTables());
        FileTables.FILES.forEach(file -> all.put(file, tables.file(file)));
        return all;
    }

    private static Map<String, String> found(Pattern pattern, String text) {
        Map<String, String> found = new LinkedHashMap<>();
        pattern.matcher(text).results().forEach(match -> found.put(match.group(1), match.group(2)));
        return found;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasEveryTableAsItIsNow(Language language) throws IOException {
        Map<String, String> tables = tables(language);
        if (Boolean.getBoolean("plumbline.docs.write")) {
            String rewritten = TABLE.matcher(Files.readString(document(language)))
                    .replaceAll(match -> Matcher.quoteReplacement("<!-- table: " + match.group(1) + " -->\n"
                            + tables.getOrDefault(match.group(1), "") + "<!-- /table -->"));
            Files.writeString(document(language), rewritten);
        }
        assertThat(found(TABLE, Files.readString(document(language)))).containsExactlyInAnyOrderEntriesOf(tables);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasAnExampleOfEveryKey(Language language) throws IOException {
        String examples = String.join(
                "\n", found(EXAMPLE, Files.readString(document(language))).values());
        List<String> keys = tables(language).values().stream()
                .flatMap(table -> ROW.matcher(table).results())
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(keys).hasSizeGreaterThan(70).allSatisfy(key -> assertThat(examples)
                .containsPattern("(?m)(^|[ {])" + Pattern.quote(key) + ":"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasExamplesThatAreAccepted(Language language, @TempDir Path folder) throws IOException {
        Map<String, String> examples = found(EXAMPLE, Files.readString(document(language)));
        assertThat(examples).containsOnlyKeys("standard.yaml", "device.yaml", "bench.yaml");
        for (Map.Entry<String, String> example : examples.entrySet()) {
            Files.writeString(folder.resolve(example.getKey()), example.getValue());
        }
        Files.writeString(folder.resolve("rov-state.schema.json"), "{}");
        Path schemas = Files.createDirectory(folder.resolve("vda5050-2.1.0"));
        for (String topic : List.of("order", "instantActions", "state", "visualization", "connection", "factsheet")) {
            Files.writeString(schemas.resolve(topic + ".schema"), "{}");
        }
        Standard standard = StandardFile.read(folder.resolve("standard.yaml"));
        Bench bench = BenchFile.read(
                folder.resolve("bench.yaml"), Adapters.installed(), new Secrets(name -> "value of " + name));
        DeviceCheck.check(standard, bench);
        ReferenceCheck.check(standard, bench, java.util.Set.copyOf(standard.references()));
        assertThat(standard.requirements()
                        .get(0)
                        .limits()
                        .get("depth-hold-p95")
                        .decision()
                        .multiple())
                .isEqualTo(0.83);
        assertThat(bench.device().channels().get("state").settings().text("password"))
                .hasValue("value of ROV_PASSWORD");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesEveryUnit(Language language) throws IOException {
        String document = Files.readString(document(language));
        assertThat(Unit.symbols()).allSatisfy(unit -> assertThat(document).contains("`" + unit + "`"));
    }

    @Test
    void hasTheSameExamplesInBothLanguages() throws IOException {
        assertThat(found(EXAMPLE, Files.readString(document(Language.ZH))))
                .isEqualTo(found(EXAMPLE, Files.readString(document(Language.EN))));
    }
}
