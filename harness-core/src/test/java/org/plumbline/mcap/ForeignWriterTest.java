package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Message;
import org.plumbline.mcap.McapRecord.Metadata;

/** Files that {@code @mcap/core} wrote, compressed by the programs lz4 and zstd: fixtures/foreign/write.mjs. */
class ForeignWriterTest {

    private static final int COUNT = 3_000;

    private static byte[] file(String compression) throws IOException {
        try (InputStream in = ForeignWriterTest.class.getResourceAsStream("foreign-" + compression + ".mcap")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static String text(Message message) {
        return new String(message.data(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd"})
    void everyMessageIsRead(String compression) throws IOException {
        byte[] file = file(compression);
        List<McapRecord> records = Reading.strict(file);
        List<Message> messages = Reading.messages(records);
        assertThat(messages).hasSize(COUNT);
        for (int i = 0; i < COUNT; i++) {
            assertThat(messages.get(i).logTime()).isEqualTo(i * 10_000_000L);
            assertThat(text(messages.get(i)).replace("}", "").replace("{\"value\":", ""))
                    .satisfies(value -> assertThat(Double.parseDouble(value)).isBetween(0.0, 2.99));
        }
        assertThat(text(messages.get(299))).isEqualTo("{\"value\":2.99}");
        assertThat(records)
                .filteredOn(Channel.class::isInstance)
                .first()
                .isEqualTo(new Channel(0, 1, "/depth", "json", Map.of("unit", "m")));
        assertThat(records)
                .filteredOn(Metadata.class::isInstance)
                .containsExactly(new Metadata("bench", Map.of("pool", "A")));
        assertThat(Reading.strict(file, McapQuery.all().between(5_000_000_000L, 6_000_000_000L)))
                .hasSize(101)
                .extracting(Message::logTime)
                .startsWith(5_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd"})
    void whatComesBeforeACutIsRead(String compression) throws IOException {
        byte[] file = file(compression);
        int before = 0;
        for (int length = 100; length < file.length; length += 997) {
            try (McapReader reader = McapReader.of(Arrays.copyOf(file, length), McapReaderOptions.forRecovery())) {
                List<Message> messages = Reading.messages(Reading.all(reader.records()));
                assertThat(messages).hasSizeGreaterThanOrEqualTo(before);
                before = messages.size();
                if (before > 0) {
                    assertThat(messages.get(before - 1).logTime()).isEqualTo((before - 1) * 10_000_000L);
                }
            }
        }
        assertThat(before).isEqualTo(COUNT);
    }

    @Test
    void aFrameThatIsDamagedIsRefusedWithTheOffset() throws IOException {
        byte[] file = file("lz4");
        file[5_000] ^= 0x10;
        assertThatThrownBy(() -> Reading.strict(file))
                .isInstanceOf(McapException.class)
                .hasMessageStartingWith("byte 35: a chunk");
    }
}
