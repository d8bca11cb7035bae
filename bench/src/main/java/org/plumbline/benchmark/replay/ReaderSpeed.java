package org.plumbline.benchmark.replay;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Chunk;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecords;
import org.plumbline.timeline.LiveClock;

/**
 * The child process: goes over a capture's file in the two ways in which judging again does, every CRC checked, and
 * decompresses the same chunks alone, from memory. The first pass passes over samples and frames, as the check of the whole
 * and the search for what the run did itself do; the others take every message, as the replay does. What else judging
 * again takes is not in it: the second of those that pass over, the hash chain, and the making of observations.
 * Reader and decompression take turns chunk by chunk, so that what else the computer does slows both. Says MiB and seconds
 * of each pass.
 */
final class ReaderSpeed {

    /** Opcode, length, two times, size, CRC, length of the compression's name, length of the content. */
    private static final int CHUNK_HEAD = 1 + 8 + 8 + 8 + 8 + 4 + 4 + 8;

    private final Path capture;
    private final byte[] file;
    private final List<ChunkIndex> chunks;
    private long reading;
    private long unpacking;

    private ReaderSpeed(Path capture) throws IOException {
        this.capture = capture;
        this.file = Files.readAllBytes(capture);
        try (McapReader reader = McapReader.of(file, McapReaderOptions.strict())) {
            this.chunks = reader.summary().chunkIndexes();
        }
        loadLibrary();
    }

    /** Both sides need it. */
    private static void loadLibrary() {
        new ZstdDecompressCtx().close();
    }

    /** @param arguments the capture; the number of passes */
    public static void main(String[] arguments) throws IOException {
        ReaderSpeed speed = new ReaderSpeed(Path.of(arguments[0]));
        long size =
                speed.chunks.stream().mapToLong(ChunkIndex::uncompressedSize).sum();
        System.out.println("MiB " + size / (double) (1 << 20));
        try (LiveClock clock = new LiveClock()) {
            for (int pass = 1; pass <= Integer.parseInt(arguments[1]); pass++) {
                speed.pass(clock, pass == 1);
                System.out.println("reader-" + pass + " " + speed.reading / 1e9);
                System.out.println("zstd-" + pass + " " + speed.unpacking / 1e9);
            }
        }
    }

    private void pass(LiveClock clock, boolean actsOnly) throws IOException {
        reading = 0;
        unpacking = 0;
        byte[] target = new byte[1 << 22];
        try (McapReader reader = McapReader.open(capture, McapReaderOptions.strict());
                ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            McapRecords records = reader.records().passingOver(channel -> actsOnly && isFromTheWires(channel));
            boolean more = true;
            for (int chunk = 0; more; chunk++) {
                long begun = clock.now();
                more = untilChunk(records);
                long read = clock.now();
                reading += read - begun;
                if (chunk < chunks.size()) {
                    unpack(context, chunks.get(chunk), target);
                    unpacking += clock.now() - read;
                }
            }
        }
    }

    private static boolean isFromTheWires(Channel channel) {
        return channel.topic().startsWith("/signals/") || channel.topic().startsWith("/frames/");
    }

    /** Whether there is another. */
    private static boolean untilChunk(McapRecords records) throws IOException {
        McapRecord record = records.next();
        while (record != null && !(record instanceof Chunk)) {
            record = records.next();
        }
        return record != null;
    }

    private void unpack(ZstdDecompressCtx context, ChunkIndex chunk, byte[] target) {
        int from = (int) chunk.chunkOffset() + CHUNK_HEAD + chunk.compression().length();
        context.decompressByteArray(target, 0, target.length, file, from, (int) chunk.compressedSize());
    }
}
