package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;
import org.plumbline.yaml.ErrorCase;
import org.plumbline.yaml.Schema;
import org.plumbline.yaml.YamlFile;

class StandardErrorsTest {

    private static final JsonSchema PUBLISHED =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Schema.resource(StandardFile.SCHEMA));

    @TempDir
    private Path folder;

    static List<ErrorCase> cases() {
        return ErrorCase.read(StandardErrorsTest.class, "standard-errors.txt");
    }

    static Map<String, String> example() {
        return Map.of("standard.yaml", ErrorCase.resource(StandardErrorsTest.class, "standard.yaml"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrong(ErrorCase mistake) {
        ErrorCase.write(mistake.apply(example()), folder);
        InputException e =
                catchThrowableOfType(InputException.class, () -> StandardFile.read(folder.resolve("standard.yaml")));
        assertThat(e).as("the mistake is found").isNotNull();
        assertThat(ErrorCase.said(e, Language.ZH, folder)).isEqualTo(mistake.zh());
        assertThat(ErrorCase.said(e, Language.EN, folder)).isEqualTo(mistake.en());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePublishedSchemaRejectsMistakesOfStructure(ErrorCase mistake) {
        String text = mistake.apply(example()).get("standard.yaml");
        assertThat(PUBLISHED
                        .validate(YamlFile.parse(text, "standard.yaml").json())
                        .isEmpty())
                .isEqualTo(mistake.schemaAccepts());
    }

    @Test
    void thePublishedSchemaAcceptsTheExample() {
        String text = example().get("standard.yaml");
        assertThat(PUBLISHED.validate(YamlFile.parse(text, "standard.yaml").json()))
                .isEmpty();
    }
}
