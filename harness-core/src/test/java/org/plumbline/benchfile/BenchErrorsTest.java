package org.plumbline.benchfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.error.BenchException;
import org.plumbline.error.InputException;
import org.plumbline.standard.Standard;
import org.plumbline.standard.StandardFile;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.yaml.ErrorCase;
import org.plumbline.yaml.YamlFile;

class BenchErrorsTest {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Map<String, JsonSchema> PUBLISHED = Map.of(
            "bench.yaml", FACTORY.getSchema(SchemaFile.bench(TestAdapters.ALL)),
            "device.yaml", FACTORY.getSchema(SchemaFile.device(TestAdapters.ALL)));

    @TempDir
    private Path folder;

    static List<ErrorCase> mistakes() {
        return ErrorCase.read(BenchErrorsTest.class, "bench-errors.txt");
    }

    static List<ErrorCase> misfits() {
        return ErrorCase.read(BenchErrorsTest.class, "check-errors.txt");
    }

    private static Map<String, String> example() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : List.of("bench.yaml", "device.yaml", "standard.yaml")) {
            files.put(name, ErrorCase.resource(BenchErrorsTest.class, name));
        }
        return files;
    }

    private Bench bench() {
        return BenchFile.read(
                folder.resolve("bench.yaml"), TestAdapters.ALL, new Secrets(BenchFileTest.ENVIRONMENT::get));
    }

    private void check() {
        check(Set.of("reference-depth"));
    }

    private void check(Set<String> needed) {
        Standard standard = StandardFile.read(folder.resolve("standard.yaml"));
        Bench bench = bench();
        DeviceCheck.check(standard, bench);
        ReferenceCheck.check(standard, bench, needed);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrongWithTheFiles(ErrorCase mistake) {
        ErrorCase.write(mistake.apply(example()), folder);
        assertSaid(mistake, catchThrowableOfType(InputException.class, this::bench));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void saysWhatDoesNotFitTheStandard(ErrorCase misfit) {
        ErrorCase.write(misfit.apply(example()), folder);
        assertSaid(misfit, catchThrowableOfType(InputException.class, this::check));
    }

    private void assertSaid(ErrorCase mistake, InputException e) {
        assertThat(e).as("the mistake is found").isNotNull();
        assertThat(ErrorCase.said(e, Language.ZH, folder)).isEqualTo(mistake.zh());
        assertThat(ErrorCase.said(e, Language.EN, folder)).isEqualTo(mistake.en());
        // The folder's name is random digits: it may hold the port's speed.
        assertThat(e.toString().replace(folder.toString(), "")).doesNotContain(BenchFileTest.ENVIRONMENT.values());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void thePublishedSchemasRejectMistakesOfStructure(ErrorCase mistake) {
        Map<String, String> files = mistake.apply(example());
        assertThat(accepted("bench.yaml", files) && accepted("device.yaml", files))
                .isEqualTo(mistake.schemaAccepts());
    }

    @Test
    void thePublishedSchemasAcceptTheExample() {
        assertThat(accepted("bench.yaml", example())).isTrue();
        assertThat(accepted("device.yaml", example())).isTrue();
    }

    private void assertCodecFails(String sound, String faulty, String failed) {
        Map<String, String> files = example();
        files.computeIfPresent("device.yaml", (name, text) -> text.replace(sound, faulty));
        ErrorCase.write(files, folder);
        assertThatThrownBy(this::bench)
                .isInstanceOf(BenchException.class)
                .hasMessageMatching(".*device\\.yaml:\\d+:\\d+: codec \\w+ failed when it was to " + failed
                        + ": java\\.(lang\\.IllegalState|io\\.IO)Exception: bug; the fault is the codec's.*");
    }

    /** It is no mistake in the files. */
    @Test
    void namesTheCodecThatThrowsWhenTheyAreRead() {
        assertCodecFails("field: 1,", "field: 99,", "decode channel nav");
        assertCodecFails("text: HB", "text: BUG", "encode the command \"heartbeat\"");
        assertCodecFails("text: HB", "text: LATER BUG", "encode the command \"heartbeat\"");
        assertCodecFails("text: HB", "text: UNDECLARED BUG", "encode the command \"heartbeat\"");
    }

    @Test
    void theExampleFitsItsStandard() {
        ErrorCase.write(example(), folder);
        check();
        assertThat(DeviceCheck.unused(StandardFile.read(folder.resolve("standard.yaml")), bench().device()))
                .isEmpty();
    }

    /** Only where the item that it may be a slip for is declared itself: one file serves several standards. */
    @Test
    void itemsOfAnotherStandardMayBeThereAndAreNamed() {
        Map<String, String> files = example();
        files.computeIfPresent(
                "device.yaml", (name, text) -> text.replace("U-CRAWLER: false}", "U-CRAWLER: false, V-CRAWLER: true}")
                        .replace("thrusters: 6", "thrusters: 6\n  thruster: 2\n  stopping-time: 0.2 s"));
        ErrorCase.write(files, folder);
        check();
        Standard standard = StandardFile.read(folder.resolve("standard.yaml"));
        assertThat(DeviceCheck.unused(standard, bench().device()))
                .contains(
                        new Text(
                                "device.yaml 中有标准 UW 没有的项，不使用: V-CRAWLER、thruster、stopping-time",
                                "device.yaml declares what the standard UW does not have; not used: V-CRAWLER, thruster, stopping-time"));
    }

    @Test
    void aReferenceThatNoScenarioUsesMayBeMissing() {
        Map<String, String> files = example();
        files.computeIfPresent("standard.yaml", (name, text) -> text.replace("[reference-depth]", "[wave-height]"));
        ErrorCase.write(files, folder);
        check(Set.of("depth"));
    }

    private static boolean accepted(String name, Map<String, String> files) {
        try {
            return PUBLISHED
                    .get(name)
                    .validate(YamlFile.parse(files.get(name), name).json())
                    .isEmpty();
        } catch (InputException e) {
            return false;
        }
    }
}
