package org.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The harness knows no robot: whatever the suites call their fields, signals, commands, values and limits stands in the
 * suites alone. A field that is added later needs no change in these modules.
 */
class FieldNamesTest {

    /** Names that are also words of everyday use, each group with its reason. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "words of Java and of ordinary English",
            Set.of(
                    "at",
                    "false",
                    "go",
                    "id",
                    "mode",
                    "move",
                    "node",
                    "normal",
                    "percent",
                    "point",
                    "press",
                    "query",
                    "release",
                    "reset",
                    "safety",
                    "sequence",
                    "start",
                    "stop",
                    "true"),
            "the neutral verdict and enum constants",
            Set.of("NONE"),
            "an element of HTML",
            Set.of("nav"),
            "the one command that the harness sends on its own account",
            Set.of("safe-state"),
            "the general word for a periodic sign of life",
            Set.of("heartbeat"),
            "a part of the body that limits of contact are given for",
            Set.of("arm"),
            "the word of VDA 5050 for an angle",
            Set.of("theta"));

    /** The dictionaries of a published protocol, for every vehicle. */
    private static final Path MAVLINK = Path.of("adapters/src/main/resources/org/plumbline/mavlink");

    private static final Pattern QUOTED = Pattern.compile("\"([A-Za-z][A-Za-z0-9-]+)\"");

    private final Path root = root();
    private final Set<String> fields = fields();
    private final Set<String> names = names();
    private final Map<Path, String> sources = sources();

    @Test
    void enoughWasSeen() {
        assertThat(fields).contains("cobot", "inspection", "underwater");
        assertThat(names).hasSizeGreaterThan(120).contains("depth-hold-p95", "true-depth", "e-stop", "tcp-speed");
        assertThat(sources).hasSizeGreaterThan(160);
        assertThat(sources.keySet()).anyMatch(path -> path.endsWith("verdict/Verdict.java"));
        assertThat(sources.keySet()).anyMatch(path -> path.endsWith("nmea/Nmea0183Codec.java"));
        assertThat(sources.keySet()).anyMatch(path -> path.endsWith("schema/device.schema.json"));
    }

    @Test
    void noFieldIsNamed() {
        assertThat(found("(?i)", fields, "")).isEmpty();
    }

    @Test
    void noSignalCommandValueOrLimitOfAFieldIsNamed() {
        Set<String> forbidden = new TreeSet<>(names);
        ALLOWED.values().forEach(forbidden::removeAll);
        assertThat(found("(?<![A-Za-z0-9-])", forbidden, "(?![A-Za-z0-9-])")).isEmpty();
    }

    @Test
    void nothingIsAllowedThatNoSuiteUses() {
        assertThat(names)
                .containsAll(ALLOWED.values().stream().flatMap(Set::stream).toList());
    }

    @Test
    void aNameIsFoundWhereThereIsOne() {
        sources.clear();
        sources.put(Path.of("X.java"), "// Underwater robots\nString s = \"e-stop\"; int notEstop;");
        assertThat(found("(?i)", fields, "")).containsExactly("X.java: Underwater");
        assertThat(found("(?<![A-Za-z0-9-])", Set.of("e-stop", "stop"), "(?![A-Za-z0-9-])"))
                .containsExactly("X.java: e-stop");
    }

    private List<String> found(String before, Collection<String> words, String after) {
        Pattern pattern = Pattern.compile(before + "(?:"
                + String.join("|", words.stream().map(Pattern::quote).toList()) + ")" + after);
        List<String> found = new ArrayList<>();
        sources.forEach((path, text) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(path + ": " + matcher.group());
            }
        });
        return found;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("features/suites"))) {
            folder = folder.getParent();
        }
        return Objects.requireNonNull(folder, "no folder above has features/suites");
    }

    private Set<String> fields() {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> folders = Files.list(root.resolve("features/suites"))) {
            folders.filter(Files::isDirectory).forEach(folder -> found.add(String.valueOf(folder.getFileName())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private Set<String> names() {
        Set<String> found = new TreeSet<>();
        files(root.resolve("features/suites"), ".yaml").values().forEach(text -> found.addAll(limits(text)));
        files(root.resolve("features/suites"), ".feature")
                .values()
                .forEach(text -> QUOTED.matcher(text).results().forEach(match -> found.add(match.group(1))));
        return found;
    }

    private static Set<String> limits(String standard) {
        Set<String> limits = new TreeSet<>();
        Map<String, List<Map<String, Map<String, ?>>>> tree = new Yaml().load(standard);
        tree.get("requirements")
                .forEach(requirement -> limits.addAll(
                        requirement.getOrDefault("limits", Map.of()).keySet()));
        return limits;
    }

    private Map<Path, String> sources() {
        Map<Path, String> found = new HashMap<>();
        for (String folder : List.of("harness-core/src/main", "adapters/src/main", "reports/src/main/java")) {
            files(root.resolve(folder), "").forEach((path, text) -> found.put(root.relativize(path), text));
        }
        assertThat(found.keySet().removeIf(path -> path.startsWith(MAVLINK))).isTrue();
        return found;
    }

    private static Map<Path, String> files(Path folder, String end) {
        Map<Path, String> found = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                if (path.toString().endsWith(end)) {
                    found.put(path, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
