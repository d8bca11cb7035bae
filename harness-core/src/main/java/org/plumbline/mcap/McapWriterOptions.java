package org.plumbline.mcap;

/**
 * How a file is written.
 *
 * @param profile the profile of the header; may be empty
 * @param library who writes; may be empty
 * @param chunkSize a chunk ends when it holds at least that many bytes, uncompressed
 * @param zstd whether chunks are compressed
 */
public record McapWriterOptions(String profile, String library, int chunkSize, boolean zstd) {

    /** Chunks of 1 MiB, compressed. */
    public static McapWriterOptions forCapture() {
        return new McapWriterOptions("", "plumbline", 1 << 20, true);
    }
}
