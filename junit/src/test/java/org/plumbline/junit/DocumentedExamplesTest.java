package org.plumbline.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/junit.md and its Chinese twin show can be copied as it stands. */
class DocumentedExamplesTest {

    private static final String ZH = "junit.zh-CN.md";
    private static final String EN = "junit.md";
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    private static String document(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", name));
    }

    private static List<String> blocks(String name) throws IOException {
        return BLOCK.matcher(document(name))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** A block as a file of the name that its class asks for. */
    private static final class Block extends SimpleJavaFileObject {

        private final String text;

        Block(String text) {
            super(
                    URI.create("block:///"
                            + found(Pattern.compile("\nclass (\\w+)"), text).get(0) + ".java"),
                    Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static List<String> errors(String block, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> options = List.of("-proc:none", "-d", classes.toString(), "-classpath", classPath);
        boolean compiled = compiler.getTask(null, null, found, options, null, List.of(new Block(block)))
                .call();
        List<String> errors = found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
        assertThat(compiled).isEqualTo(errors.isEmpty());
        return errors;
    }

    @ParameterizedTest
    @ValueSource(strings = {ZH, EN})
    void compile(String name, @TempDir Path classes) throws IOException {
        List<String> blocks = blocks(name);
        assertThat(blocks).hasSize(3);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(errors(block, classes)).isEmpty());
    }

    @Test
    void areTheSameInBothLanguages() throws IOException {
        assertThat(blocks(ZH)).isEqualTo(blocks(EN));
    }

    @ParameterizedTest
    @ValueSource(strings = {ZH, EN})
    void nameTheVersionThatIsBuilt(String name) throws IOException {
        Pattern plumbline =
                Pattern.compile("<groupId>org.plumbline</groupId>\\s*<artifactId>\\w+</artifactId>\\s*<version>(.*?)<");
        String built = found(plumbline, Files.readString(Path.of("pom.xml"))).get(0);
        assertThat(found(plumbline, document(name))).hasSize(3).containsOnly(built);
    }

    @ParameterizedTest
    @ValueSource(strings = {ZH, EN})
    void nameEveryAttributeOfTheAnnotationWithItsDefault(String name) throws IOException {
        String document = document(name);
        assertThat(Arrays.stream(ConformanceSuite.class.getDeclaredMethods()).map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(found(Pattern.compile("\n\\| `(\\w+)` \\|"), document));
        for (Method attribute : ConformanceSuite.class.getDeclaredMethods()) {
            Object value = attribute.getDefaultValue();
            if (value != null && !value.getClass().isArray()) {
                assertThat(document).contains("| `%s` | `%s` |".formatted(attribute.getName(), written(value)));
            }
        }
    }

    private static String written(Object value) {
        if (value instanceof Treatment) {
            return "Treatment." + value;
        }
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }
}
