package org.plumbline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservedTest {

    @ParameterizedTest
    @EnumSource
    void isWhatTheSchemaHasOfItsOwn(Reserved reserved) throws IOException {
        JsonNode schema;
        try (InputStream in = Reserved.class.getResourceAsStream("/org/plumbline/schema/device.schema.json")) {
            schema = new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
        String entry = reserved.name().toLowerCase(Locale.ROOT);
        assertThat(schema.at("/$defs/" + entry + "/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(reserved.words());
        for (String document : new String[] {"plugins.md", "plugins.zh-CN.md"}) {
            assertThat(Files.readString(Path.of("..", "docs", document)))
                    .contains("`" + String.join("`, `", reserved.words()) + "`");
        }
    }
}
