package org.plumbline.benchmark.replay;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecords;
import org.plumbline.timeline.Clock;

/** How fast the reader goes over a capture, beside the decompression of the same chunks alone. */
final class ReaderSpeed {

    /** Opcode, length, two times, size, CRC, length of the compression's name, length of the content. */
    private static final int CHUNK_HEAD = 1 + 8 + 8 + 8 + 8 + 4 + 4 + 8;

    private final Path capture;
    private final Clock clock;

    ReaderSpeed(Path capture, Clock clock) {
        this.capture = capture;
        this.clock = clock;
    }

    void measure() throws IOException {
        byte[] file = Files.readAllBytes(capture);
        try (McapReader reader = McapReader.of(file, McapReaderOptions.forRecovery())) {
            List<ChunkIndex> chunks = reader.summary().chunkIndexes();
            double mebibytes =
                    chunks.stream().mapToLong(ChunkIndex::uncompressedSize).sum() / (double) (1 << 20);
            double read = seconds(() -> read(reader.records()));
            double unpacked = seconds(() -> unpack(file, chunks));
            System.out.printf(
                    Locale.ROOT,
                    "  %.0f MiB: reader %.0f MiB/s, zstd alone %.0f MiB/s, ratio %.2f%n",
                    mebibytes,
                    mebibytes / read,
                    mebibytes / unpacked,
                    unpacked / read);
        }
    }

    private static void read(McapRecords records) throws IOException {
        while (records.next() != null) {
            // only passed
        }
    }

    private static void unpack(byte[] file, List<ChunkIndex> chunks) {
        byte[] target = new byte[1 << 22];
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            for (ChunkIndex chunk : chunks) {
                int from = (int) chunk.chunkOffset()
                        + CHUNK_HEAD
                        + chunk.compression().length();
                context.decompressByteArray(target, 0, target.length, file, from, (int) chunk.compressedSize());
            }
        }
    }

    /** Something that the disk can spoil. */
    private interface Work {
        void run() throws IOException;
    }

    private double seconds(Work work) throws IOException {
        long begun = clock.now();
        work.run();
        return (clock.now() - begun) / 1e9;
    }
}
