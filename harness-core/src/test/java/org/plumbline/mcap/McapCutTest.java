package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.mcap.McapRecord.Message;

/** A file that was cut off, at every byte. */
class McapCutTest {

    @TempDir
    private Path folder;

    private static McapReader lenient(byte[] file, int cut) {
        return McapReader.of(Arrays.copyOf(file, cut), McapReaderOptions.forRecovery());
    }

    @Nested
    class ALenientReader {

        @ParameterizedTest
        @EnumSource
        void yieldsEveryRecordThatIsCompleteBeforeTheCut(TestFile kind) throws IOException {
            byte[] file = kind.small(folder);
            List<McapRecord> all = Reading.strict(file);
            Marks marks = Marks.of(file);
            assertThat(marks.yielded()).hasSameSizeAs(all).hasSizeGreaterThan(30);

            for (int cut = 0; cut < file.length; cut++) {
                try (McapReader reader = lenient(file, cut)) {
                    McapRecords records = reader.records();
                    assertThat(Reading.all(records)).as("cut at %d", cut).isEqualTo(all.subList(0, (int)
                            Marks.upTo(marks.yielded(), cut)));
                    assertThat(records.damage()).as("cut at %d", cut).isNotEmpty();
                }
            }
        }

        @ParameterizedTest
        @EnumSource
        void saysWhereTheLastCompleteRecordEnds(TestFile kind) throws IOException {
            byte[] file = kind.small(folder);
            List<Integer> ends = Marks.of(file).outside();

            for (int cut = 8; cut < file.length; cut++) {
                try (McapReader reader = lenient(file, cut)) {
                    McapRecords records = reader.records();
                    Reading.all(records);
                    int whole = (int) Marks.upTo(ends, cut);
                    assertThat(records.position()).as("cut at %d", cut).isEqualTo(whole == 0 ? 8 : ends.get(whole - 1));
                }
            }
        }

        @ParameterizedTest
        @EnumSource
        void findsTheSameMessagesByTime(TestFile kind) throws IOException {
            byte[] file = kind.small(folder);
            for (int cut = 0; cut < file.length; cut++) {
                try (McapReader reader = lenient(file, cut)) {
                    List<Message> inFileOrder = Reading.messages(Reading.all(reader.records()));
                    assertThat(Reading.all(reader.messages(McapQuery.all())))
                            .as("cut at %d", cut)
                            .isEqualTo(inFileOrder.stream()
                                    .sorted(Comparator.comparingLong(Message::logTime))
                                    .toList());
                }
            }
        }

        @Test
        void takesWholeBlocksOfACompressedChunk() throws IOException {
            byte[] file = TestFile.ZSTD.large(folder);
            List<Message> all = Reading.messages(Reading.strict(file));
            int firstChunk = Marks.of(file).outside().get(1);

            try (McapReader reader = lenient(file, firstChunk - 1)) {
                List<Message> found = Reading.messages(Reading.all(reader.records()));
                // the chunk has about 1,300 messages; a block of at most 128 KiB, about 570 of them, is missing
                assertThat(found.size()).isBetween(700, 1299);
                assertThat(found).isEqualTo(all.subList(0, found.size()));
            }
        }

        @Test
        void hasNothingToSayOfAWholeFile() throws IOException {
            byte[] file = TestFile.ZSTD.small(folder);
            try (McapReader reader = lenient(file, file.length)) {
                McapRecords records = reader.records();
                assertThat(Reading.all(records)).isEqualTo(Reading.strict(file));
                assertThat(records.damage()).isEmpty();
                assertThat(records.position()).isEqualTo(file.length);
            }
        }
    }

    @Nested
    class AStrictReader {

        @ParameterizedTest
        @EnumSource
        void refusesTheFile(TestFile kind) throws IOException {
            byte[] file = kind.small(folder);
            for (int cut = 0; cut < file.length; cut++) {
                byte[] part = Arrays.copyOf(file, cut);
                assertThatThrownBy(() -> Reading.strict(part))
                        .as("cut at %d", cut)
                        .isInstanceOf(McapException.class);
                assertThatThrownBy(() -> Reading.strict(part, McapQuery.all()))
                        .as("cut at %d", cut)
                        .isInstanceOf(McapException.class);
            }
        }

        @Test
        void endsAfterTheException() throws IOException {
            byte[] file = TestFile.UNCHUNKED.small(folder);
            try (McapReader reader = McapReader.of(Arrays.copyOf(file, 100), McapReaderOptions.strict())) {
                McapRecords records = reader.records();
                assertThatThrownBy(() -> Reading.all(records)).isInstanceOf(McapException.class);
                assertThat(records.next()).isNull();
            }
        }
    }
}
