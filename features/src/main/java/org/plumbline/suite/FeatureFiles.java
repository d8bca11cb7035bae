package org.plumbline.suite;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.resource.Resource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.YamlBytes;

/** Reads the feature files of a suite. */
final class FeatureFiles {

    private final Suite suite;
    private final Problems problems = new Problems();

    private FeatureFiles(Suite suite) {
        this.suite = suite;
    }

    /**
     * Those of a folder, by name.
     *
     * @throws InputException where there are none, and with the first thing that is wrong with each
     */
    static List<Feature> read(Suite suite, Path folder) {
        return new FeatureFiles(suite).read(folder);
    }

    private List<Feature> read(Path folder) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new InputException(Problem.of(
                    new Text("%s 中没有 .feature 文件", "no .feature file in %s").with(suite.shown("")),
                    new Text(
                            "请在该文件夹中放入场景文件，如 10-data.zh-CN.feature",
                            "put scenarios there, such as 10-data.en.feature")));
        }
        List<Feature> features = new ArrayList<>();
        for (Path file : files) {
            Feature feature = problems.keep(() -> read(file, suite.shown(String.valueOf(file.getFileName()))));
            if (feature != null) {
                features.add(feature);
            }
        }
        problems.throwIfAny();
        return features;
    }

    /** @throws FeatureParserException where the text is no Gherkin */
    static Optional<Feature> parse(URI file, String text) {
        return new FeatureParser(UUID::randomUUID).parseResource(new FeatureText(file, text));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Feature read(Path file, String shown) {
        String text = text(file, shown);
        GherkinTrouble.unseen(text, shown).ifPresent(problem -> {
            throw new InputException(problem);
        });
        try {
            Optional<Feature> feature = parse(file.toUri(), text);
            return feature.filter(parsed -> !parsed.getPickles().isEmpty())
                    .orElseThrow(() -> new InputException(GherkinTrouble.empty(shown)));
        } catch (FeatureParserException e) {
            throw new InputException(GherkinTrouble.of(shown, e), e);
        }
    }

    private static String text(Path file, String shown) {
        try {
            return YamlBytes.decode(Files.readAllBytes(file), shown);
        } catch (IOException e) {
            throw new InputException(
                    new Problem(
                            Place.of(shown),
                            new Text("文件无法读取", "the file cannot be read"),
                            new Text("请检查文件的读取权限", "check that you are allowed to read it")),
                    e);
        }
    }

    /** The text without its byte order mark, under the file's address. */
    private record FeatureText(URI file, String text) implements Resource {
        @Override
        public URI getUri() {
            return file;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
