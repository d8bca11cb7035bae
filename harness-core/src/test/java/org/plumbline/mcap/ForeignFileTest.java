package org.plumbline.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.plumbline.mcap.McapRecord.Message;

/** What other people's writers do, within the format. */
class ForeignFileTest {

    private static void holdsMessagesAt(byte[] file, long... times) throws IOException {
        assertThat(Reading.messages(Reading.strict(file)))
                .extracting(Message::logTime)
                .containsExactly(box(times));
        assertThat(Reading.strict(file, McapQuery.all()))
                .extracting(Message::logTime)
                .containsExactly(box(times));
    }

    private static Long[] box(long... values) {
        return Arrays.stream(values).boxed().toArray(Long[]::new);
    }

    @Test
    void recordsOfUnknownTypeArePassedOver() throws IOException {
        Bytes inner = Crafted.channel(Crafted.records(), 1, "/a");
        inner.u8(0x7F).u64(3).raw(new byte[3]);
        Crafted.message(inner, 1, 7);
        byte[] file = new Crafted()
                .add(0x10, Crafted.records().raw(new byte[70_000]))
                .uncompressed(inner)
                .add(0x80, Crafted.records())
                .add(0xFF, Crafted.records().u8(1))
                .message(1, 9)
                .end();
        holdsMessagesAt(file, 7, 9);
    }

    @Test
    void bytesAfterTheLastFieldAreIgnored() throws IOException {
        Bytes channel =
                Crafted.records().u16(1).u16(0).text("/a").text("raw").u32(0).u64(77);
        byte[] file = new Crafted().add(4, channel).message(1, 7).end();
        holdsMessagesAt(file, 7);
    }

    @Test
    void zstdFramesMayNotSayTheirSize() throws IOException {
        Bytes records = Crafted.message(Crafted.channel(Crafted.records(), 1, "/a"), 1, 7);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStream stream = new ZstdOutputStream(packed)) {
            stream.write(Crafted.toArray(records));
        }
        byte[] file = new Crafted()
                .chunk("zstd", records.size(), 0, Crafted.records().raw(packed.toByteArray()))
                .end();
        holdsMessagesAt(file, 7);
    }

    @Test
    void aChunkMayHaveSeveralZstdFrames() throws IOException {
        Bytes one = Crafted.message(Crafted.channel(Crafted.records(), 1, "/a"), 1, 7);
        Bytes other = Crafted.message(Crafted.records(), 1, 8);
        holdsMessagesAt(
                new Crafted().zstd(one.size() + other.size(), one, other).end(), 7, 8);
    }

    @Test
    void aChunkMayBeEmpty() throws IOException {
        byte[] file = new Crafted()
                .uncompressed(Crafted.records())
                .zstd(0)
                .channel(1, "/a")
                .message(1, 7)
                .end();
        holdsMessagesAt(file, 7);
    }

    @Test
    void definitionsMayBeRepeated() throws IOException {
        byte[] file = new Crafted()
                .channel(1, "/a")
                .message(1, 7)
                .channel(1, "/a")
                .message(1, 8)
                .end();
        holdsMessagesAt(file, 7, 8);
    }

    @Test
    void channelsMayHaveAnyIdAndTimesAnyValue() throws IOException {
        byte[] file = new Crafted()
                .channel(0, "/a")
                .channel(65_535, "/b")
                .message(65_535, 5)
                .message(0, -2)
                .end();
        holdsMessagesAt(file, 5, -2);
        assertThat(Reading.strict(file, McapQuery.all().between(6, -1)))
                .extracting(Message::logTime)
                .containsExactly(-2L);
    }
}
