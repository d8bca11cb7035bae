package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.mcap.McapPart;
import org.plumbline.mcap.McapWriter;
import org.plumbline.mcap.McapWriterOptions;
import org.plumbline.mcap.RecordWalk;
import org.plumbline.mcap.RecordWalk.Rec;
import org.plumbline.text.Text;

class CaptureChainTest {

    private static final int CHUNKS = 6;
    private static final int HEAD = 9;
    private static final McapWriterOptions OPTIONS = new McapWriterOptions("", "test", 1000, false, McapPart.all());

    @TempDir
    private Path folder;

    private Path file;
    private Path chain;
    private byte[] good;
    private List<Rec> chunks;

    @BeforeEach
    void record() throws IOException {
        file = folder.resolve("run.mcap");
        chain = folder.resolve("run.mcap.chain");
        try (McapWriter writer = McapWriter.to(ChainedFile.create(file), OPTIONS)) {
            writer.metadata("m", Map.of("a", "b"));
            int channel = writer.addChannel(0, "t", "", Map.of());
            Random random = new Random(7);
            for (int i = 0; i < CHUNKS; i++) {
                byte[] data = new byte[1000 + 10 * i];
                random.nextBytes(data);
                writer.message(channel, i, i, i, data);
            }
        }
        good = Files.readAllBytes(file);
        chunks = RecordWalk.records(good).stream()
                .filter(record -> record.opcode() == 0x06)
                .toList();
        assertThat(chunks).hasSize(CHUNKS);
    }

    private List<String> findings() throws IOException {
        return CaptureChain.verify(file).stream().map(Text::en).toList();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(chain);
    }

    private void keep(int links) throws IOException {
        Files.writeString(chain, String.join("\n", lines().subList(0, links)) + "\n");
    }

    private void put(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        Files.write(file, all.toByteArray());
    }

    private byte[] bytes(int from, int to) {
        return Arrays.copyOfRange(good, from, to);
    }

    /** Where chunk n of 0 … 5 begins, with its message indexes up to the next; the last bound is where it ends. */
    private int at(int n) {
        return n < CHUNKS
                ? (int) chunks.get(n).offset()
                : (int) RecordWalk.records(good).stream()
                        .filter(record -> record.opcode() == 0x0F)
                        .findFirst()
                        .orElseThrow()
                        .offset();
    }

    @Nested
    class AWholeCapture {

        @Test
        void hasNoFindings() throws IOException {
            assertThat(findings()).isEmpty();
        }

        @Test
        void isCoveredToItsLastByteByOneLinkForEachChunkOneForHeaderMetadataAndTheEnd() throws Exception {
            assertThat(lines()).hasSize(CHUNKS + 3);
            byte[] previous = new byte[32];
            long end = 0;
            for (String line : lines()) {
                String[] words = line.split(" ");
                int from = Integer.parseInt(words[1]);
                int to = from + Integer.parseInt(words[2]);
                assertThat((long) from).isEqualTo(end);
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                sha256.update(previous);
                previous = sha256.digest(bytes(from, to));
                assertThat(words[3]).isEqualTo(HexFormat.of().formatHex(previous));
                end = to;
            }
            assertThat(end).isEqualTo(good.length);
            assertThat(lines().get(CHUNKS + 2)).endsWith(" end");
        }
    }

    @Nested
    class AnEditor {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4, 5})
        void ofAnyChunkIsFoundAlthoughItsCrcFits(int n) throws IOException {
            Rec chunk = chunks.get(n);
            byte[] content = chunk.content();
            content[content.length - 1] ^= 1;
            int records = 40;
            ByteBuffer.wrap(content)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(24, RecordWalk.crc(content, records, content.length - records));
            int start = (int) chunk.offset() + HEAD;
            put(bytes(0, start), content, bytes(start + content.length, good.length));
            assertThat(RecordWalk.inChunk(RecordWalk.records(Files.readAllBytes(file)).stream()
                            .filter(record -> record.offset() == chunk.offset())
                            .findFirst()
                            .orElseThrow()))
                    .isNotEmpty();
            assertThat(findings())
                    .containsExactly("run.mcap: section " + (n + 3) + " (bytes " + at(n) + " to " + at(n + 1)
                            + ") is not what was recorded: changed, moved or taken away");
        }

        @Test
        void whoSwapsTwoChunksIsFound() throws IOException {
            put(bytes(0, at(1)), bytes(at(2), at(3)), bytes(at(1), at(2)), bytes(at(3), good.length));
            assertThat(findings())
                    .containsExactly("run.mcap: section 4–5 (bytes " + at(1) + " to " + at(3)
                            + ") is not what was recorded: changed, moved or taken away");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4, 5})
        void whoDropsAChunkIsFound(int n) throws IOException {
            put(bytes(0, at(n)), bytes(at(n + 1), good.length));
            assertThat(findings())
                    .anySatisfy(finding -> assertThat(finding).startsWith("run.mcap: cut off after section "));
            assertThat(CaptureChain.check(file).whole()).isEqualTo(at(n));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6})
        void whoCutsTheTailAtAChunkIsFound(int n) throws IOException {
            put(bytes(0, at(n)));
            assertThat(CaptureChain.verify(file))
                    .containsExactly(new Text(
                            "run.mcap：在第 " + (n + 2) + " 段之后（字节 " + at(n) + " 起）被截断；哈希链一直记到字节 " + good.length
                                    + "。计算机断电时也可能如此",
                            "run.mcap: cut off after section " + (n + 2) + " (at or after byte " + at(n)
                                    + "); the hash chain goes on to byte " + good.length
                                    + ". A computer that lost its power can leave that, too"));
        }

        @Test
        void whoCutsTheChainTooIsFoundByItsMissingEnd() throws IOException {
            put(bytes(0, at(3)));
            keep(5);
            assertThat(findings())
                    .containsExactly("run.mcap: the hash chain stops after section 5 without an end (0 bytes after it"
                            + " are not covered): the recording was killed, or its end was cut away");
        }

        @Test
        void whoCutsTheChainTooAndGivesItAnEndIsFoundByTheCapture() throws IOException {
            put(bytes(0, at(3)));
            keep(5);
            Files.writeString(chain, Files.readString(chain).stripTrailing() + " end\n");
            assertThat(findings())
                    .containsExactly("run.mcap: the hash chain has an end, but the capture has none: its end was cut"
                            + " away, and that of the chain was written later");
            assertThat(CaptureChain.check(file).ended()).isFalse();
        }

        @Test
        void whoAppendsIsFound() throws IOException {
            put(good, new byte[7]);
            assertThat(findings()).containsExactly("run.mcap: 7 bytes after the end of the hash chain");
        }

        @Test
        void ofTheChainIsFound() throws IOException {
            String text = Files.readString(chain);
            for (int i = 0; i < text.length(); i++) {
                char other = text.charAt(i) == '0' ? '1' : '0';
                Files.writeString(chain, text.substring(0, i) + other + text.substring(i + 1));
                assertThat(findings()).as("character %d", i).isNotEmpty();
            }
        }

        @Test
        void whoTakesTheChainAwayIsFound() throws IOException {
            Files.delete(chain);
            assertThat(findings())
                    .containsExactly("run.mcap: its hash chain run.mcap.chain is missing: nobody can tell whether it"
                            + " was cut or edited");
        }
    }

    @Nested
    class AKilledRecording {

        /** The chunk is with the operating system before its link, so one more chunk than links is no cut. */
        @Test
        void verifiesUpToItsLastCompleteChunk() throws IOException {
            Files.writeString(chain, String.join("\n", lines().subList(0, 4)) + "\n5 12");
            for (int length = at(2); length <= at(3); length++) {
                put(bytes(0, length));
                ChainCheck check = CaptureChain.check(file);
                assertThat(check.findings()).isEmpty();
                assertThat(check.ended()).isFalse();
                assertThat(check.whole()).isEqualTo(at(2));
                assertThat(check.rest()).isEqualTo(length - at(2));
            }
        }
    }

    @Nested
    class AFailedWrite {

        @Test
        void leavesAChainWithoutAnEnd() throws IOException {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            FullDisk disk = new FullDisk(2500);
            McapWriter writer = McapWriter.to(new ChainedFile(disk, lines), OPTIONS);
            int channel = writer.addChannel(0, "t", "", Map.of());
            assertThat(catching(() -> {
                        for (int i = 0; i < CHUNKS; i++) {
                            writer.message(channel, i, i, i, new byte[1000]);
                        }
                    }))
                    .hasMessage("No space left on device");
            assertThat(catching(writer::close)).isNotNull();
            Files.write(file, disk.toByteArray());
            Files.write(chain, lines.toByteArray());
            ChainCheck check = CaptureChain.check(file);
            assertThat(check.findings()).isEmpty();
            assertThat(check.links()).isEqualTo(2);
            assertThat(check.ended()).isFalse();
        }

        private static Throwable catching(org.assertj.core.api.ThrowableAssert.ThrowingCallable body) {
            return org.assertj.core.api.Assertions.catchThrowable(body);
        }
    }
}
