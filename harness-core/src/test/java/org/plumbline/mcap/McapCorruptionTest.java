package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.mcap.McapRecord.Message;

/** What breaks the format is named, with its place. A crafted file's first record after the header stands at byte 25. */
class McapCorruptionTest {

    private static Crafted file() {
        return new Crafted();
    }

    private static Bytes records() {
        return Crafted.records();
    }

    private static Bytes messages() {
        return Crafted.message(Crafted.channel(records(), 1, "/a"), 1, 7);
    }

    private static Bytes attachment(long crc) {
        return records()
                .u64(1)
                .u64(2)
                .text("a.txt")
                .text("text/plain")
                .u64(3)
                .raw(new byte[3])
                .u32(crc);
    }

    private static byte[] changed(byte[] file, int at, int value) {
        byte[] copy = file.clone();
        copy[at < 0 ? copy.length + at : at] = (byte) value;
        return copy;
    }

    private static byte[] with(byte[] file, int more) {
        return Arrays.copyOf(file, file.length + more);
    }

    static Stream<Arguments> broken() {
        byte[] empty = file().end();
        return Stream.of(
                arguments(changed(empty, 0, 'M'), "byte 0: no MCAP magic bytes of version 0 here"),
                arguments(changed(empty, 5, '1'), "byte 0: no MCAP magic bytes of version 0 here"),
                arguments(changed(empty, -1, 0), "byte 67: no MCAP magic bytes of version 0 here"),
                arguments(with(empty, 1), "byte 75: bytes after the end of the file"),
                arguments(
                        changed(empty, 8, 4),
                        "byte 8: a record of type channel where the file begins; a header belongs there"),
                arguments(
                        file().add(1, records().text("").text("")).end(),
                        "byte 25: a record of type header where the data section does not allow it"),
                arguments(
                        file().add(11, records()).end(),
                        "byte 25: a record of type statistics where the data section does not allow it"),
                arguments(file().add(0, records()).end(), "byte 25: a record with the opcode 0, which none has"),
                arguments(
                        changed(file().add(4, records()).end(), 33, 0x80),
                        "byte 25: a record of 9223372036854775808 bytes, where 50 are left: the file is cut off, or the"
                                + " length is wrong"),
                arguments(
                        file().add(4, records().u16(1).u16(0).u32(99)).end(),
                        "byte 25: the record ends within a field: 99 bytes needed, 0 left"),
                arguments(
                        file().message(3, 7).end(), "byte 25: a message of channel 3, which is not defined before it"),
                arguments(
                        file().channel(3, "/a").add(5, records().u64(0)).end(),
                        "byte 55: a message of 8 bytes; at least 22 are needed"),
                arguments(
                        file().add(
                                        4,
                                        records()
                                                .u16(1)
                                                .u16(9)
                                                .text("/a")
                                                .text("")
                                                .u32(0))
                                .end(),
                        "byte 25: channel 1 (/a) refers to schema 9, which is not defined before it"),
                arguments(
                        file().add(Crafted.schema(records(), 0, "x")).end(),
                        "byte 25: schema x has the id 0, which stands for no schema"),
                arguments(
                        file().add(Crafted.schema(Crafted.schema(records(), 1, "x"), 1, "y"))
                                .end(),
                        "byte 49: schema 1 is defined again, differently"),
                arguments(
                        file().channel(1, "/a").channel(1, "/b").end(),
                        "byte 55: channel 1 is defined again, differently"),
                arguments(
                        file().add(9, attachment(0xABCD)).end(),
                        "byte 25: attachment a.txt has the CRC 0000abcd, its bytes have 56e76d1d"),
                arguments(
                        file().chunk("", messages().size(), 0xABCD, messages()).end(),
                        "byte 25: a chunk has the CRC 0000abcd, its bytes have 49fb11ea"),
                arguments(
                        file().chunk("", 10, 0, messages()).end(),
                        "byte 25: a chunk says that it holds 10 bytes uncompressed, and holds 63"),
                arguments(
                        file().zstd(10, messages()).end(),
                        "byte 25: a chunk says that it holds 10 bytes uncompressed, its zstd frame says 63"),
                arguments(
                        file().zstd(200, messages(), messages()).end(),
                        "byte 25: a chunk says that it holds 200 bytes uncompressed, and holds 126"),
                arguments(
                        file().zstd(-1, messages()).end(),
                        "byte 25: a chunk of 18446744073709551615 bytes uncompressed; the limit is 536870912"),
                arguments(
                        file().chunk("zstd", 400_000_000, 0, records().u64(0)).end(),
                        "byte 25: a chunk says that 8 bytes of zstd hold 400000000; they hold 262144 at most"),
                arguments(
                        file().chunk("lz5", 63, 0, messages()).end(),
                        "byte 25: a chunk is compressed with \"lz5\"; this reader knows zstd and lz4"),
                arguments(
                        file().chunk("lz4", 63, 0, messages()).end(),
                        "byte 25: a chunk of 63 bytes cannot be decompressed: Not a LZ4 frame stream"),
                arguments(
                        file().add(
                                        6,
                                        records()
                                                .u64(0)
                                                .u64(0)
                                                .u64(9)
                                                .u32(0)
                                                .text("")
                                                .u64(9))
                                .end(),
                        "byte 25: a chunk says that it holds 9 bytes, its record has 0"),
                arguments(
                        file().uncompressed(Crafted.message(messages(), 2, 8)).end(),
                        "byte 25: in this chunk, byte 63 of its records: a message of channel 2, which is not defined"
                                + " before it"),
                arguments(
                        file().uncompressed(messages().u8(5)).end(),
                        "byte 25: in this chunk, byte 63 of its records: a record reaches beyond the end of what holds"
                                + " it"),
                arguments(
                        file().uncompressed(messages().u8(9).u64(0)).end(),
                        "byte 25: in this chunk, byte 63 of its records: a record of type attachment where a chunk"
                                + " does not allow it"),
                arguments(
                        file().add(7, records().u16(1).u32(8).u64(0)).end(),
                        "byte 25: a message index of 8 bytes; an entry has 16"),
                arguments(
                        changed(file().channel(1, "/a").end(), -38, 1),
                        "byte 55: the data section has the CRC 01000000, its bytes have d3362e05"),
                arguments(changed(empty, -9, 1), "byte 38: the summary has the CRC 01000000, its bytes have 6fc4c9b0"),
                arguments(
                        changed(empty, -28, 20),
                        "byte 38: the footer says that the summary begins at byte 20; it begins at byte 0"),
                arguments(changed(empty, -36, 21), "byte 38: a footer of 21 bytes; it has 20"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("broken")
    void isThrownByAStrictReaderAndReportedByALenientOne(byte[] file, String message) throws IOException {
        assertThatThrownBy(() -> Reading.strict(file))
                .isInstanceOf(McapException.class)
                .hasMessage(message);
        try (McapReader reader = McapReader.of(file, McapReaderOptions.forRecovery())) {
            McapRecords records = reader.records();
            Reading.all(records);
            assertThat(records.damage())
                    .first()
                    .extracting(Throwable::getMessage)
                    .isEqualTo(message);
        }
    }

    @Test
    void aLenientReaderGoesOnAfterADamagedRecord() throws IOException {
        byte[] file = file().channel(1, "/a")
                .message(1, 1)
                .chunk("", 63, 0xABCD, messages())
                .message(1, 2)
                .message(9, 3)
                .uncompressed(Crafted.message(Crafted.message(records(), 8, 4), 1, 5))
                .end();
        try (McapReader reader = McapReader.of(file, McapReaderOptions.forRecovery())) {
            McapRecords records = reader.records();
            List<Message> messages = Reading.messages(Reading.all(records));
            assertThat(messages).extracting(Message::logTime).containsExactly(1L, 2L, 5L);
            assertThat(records.damage())
                    .hasSize(3)
                    .extracting(McapException::offset)
                    .isSorted();
            assertThat(Reading.all(reader.messages(McapQuery.all()))).isEqualTo(messages);
        }
    }

    @Test
    void theSizeLimitIsForRecordsToo() {
        byte[] file = file().add(0x0C, records().text("x".repeat(200)).u32(0)).end();
        McapReader reader = McapReader.of(file, McapReaderOptions.strict().withSizeLimit(100));
        assertThatThrownBy(() -> Reading.all(reader.records()))
                .isInstanceOf(McapException.class)
                .hasMessage("byte 25: a record of 208 bytes; the limit is 100");
    }
}
