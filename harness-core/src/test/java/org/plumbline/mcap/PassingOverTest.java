package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.mcap.McapRecord.Message;

/** Messages of channels that nobody wants. */
class PassingOverTest {

    private static final int UNWANTED = 2;

    @ParameterizedTest
    @EnumSource
    void yieldsAllElseAndCountsThem(TestFile kind, @TempDir Path folder) throws IOException {
        byte[] file = kind.small(folder);
        List<McapRecord> all = Reading.strict(file);
        List<McapRecord> wanted = all.stream()
                .filter(record -> !(record instanceof Message message && message.channel() == UNWANTED))
                .toList();
        try (McapReader reader = McapReader.of(file, McapReaderOptions.strict())) {
            McapRecords records =
                    reader.records().passingOver(channel -> channel.topic().equals("/b"));
            assertThat(Reading.all(records)).isEqualTo(wanted);
            assertThat(records.passedOver())
                    .isEqualTo(all.size() - wanted.size())
                    .isPositive();
        }
    }

    @Test
    void stillReportsOneThatIsTooShort() throws IOException {
        Bytes inner = Crafted.channel(Crafted.records(), 1, "/a");
        inner.u8(Opcode.MESSAGE.code()).u64(21).raw(new byte[21]);
        Crafted.message(inner, 1, 7);
        byte[] file = new Crafted().uncompressed(inner).end();
        try (McapReader reader = McapReader.of(file, McapReaderOptions.forRecovery())) {
            McapRecords records = reader.records().passingOver(channel -> true);
            assertThat(Reading.messages(Reading.all(records))).isEmpty();
            assertThat(records.passedOver()).isOne();
            assertThat(records.damage())
                    .singleElement()
                    .extracting(McapException::getMessage)
                    .asString()
                    .contains("a message of 21 bytes");
        }
    }
}
