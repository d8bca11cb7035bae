package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.mcap.McapRecord.Message;

/** A file of which one bit has changed. */
class McapBitFlipTest {

    @TempDir
    private Path folder;

    private static void flip(byte[] file, int bit) {
        file[bit / 8] ^= (byte) (1 << bit % 8);
    }

    private static boolean isRefused(byte[] file) throws IOException {
        try {
            Reading.strict(file);
            return false;
        } catch (McapException e) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundWhereverTheBitIs(TestFile kind) throws IOException {
        byte[] file = kind.small(folder);
        for (int bit = 0; bit < 8 * file.length; bit++) {
            flip(file, bit);
            assertThat(isRefused(file)).as("bit %d", bit).isTrue();
            flip(file, bit);
        }
    }

    @Test
    void isFoundInALargeFile() throws IOException {
        byte[] file = TestFile.ZSTD.large(folder);
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 300; i++) {
            int bit = random.nextInt(8 * file.length);
            flip(file, bit);
            assertThat(isRefused(file)).as("bit %d", bit).isTrue();
            flip(file, bit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverChangesAMessageThatIsFoundByTime(TestFile kind) throws IOException {
        byte[] file = kind.small(folder);
        List<Message> messages = Reading.strict(file, McapQuery.all());
        int found = 0;
        for (int bit = 0; bit < 8 * file.length; bit++) {
            flip(file, bit);
            try {
                assertThat(Reading.strict(file, McapQuery.all()))
                        .as("bit %d", bit)
                        .isEqualTo(messages);
            } catch (McapException e) {
                found++;
            }
            flip(file, bit);
        }
        assertThat(found).isGreaterThan(8 * file.length / 3);
    }

    @ParameterizedTest
    @EnumSource
    void stopsNoLenientReader(TestFile kind) throws IOException {
        byte[] file = kind.small(folder);
        for (int bit = 0; bit < 8 * file.length; bit += 29) {
            flip(file, bit);
            try (McapReader reader = McapReader.of(file, McapReaderOptions.forRecovery())) {
                McapRecords records = reader.records();
                Reading.all(records);
                assertThat(records.damage()).as("bit %d", bit).isNotEmpty();
                Reading.all(reader.messages(McapQuery.all()));
            }
            flip(file, bit);
        }
    }
}
