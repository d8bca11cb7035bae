package org.plumbline.mcap;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a file is written.
 *
 * @param profile the profile of the header; may be empty
 * @param library who writes; may be empty
 * @param chunkSize a chunk ends when it holds at least that many bytes, uncompressed; without chunks, that many bytes
 *     are gathered before they go to the operating system
 * @param zstd whether chunks are compressed
 * @param parts what the file has beside its messages, attachments and metadata
 */
public record McapWriterOptions(String profile, String library, int chunkSize, boolean zstd, Set<McapPart> parts) {

    /** @throws IllegalArgumentException for a chunk size below 1, and for indexes of chunks without chunks */
    public McapWriterOptions {
        if (chunkSize < 1) {
            throw new IllegalArgumentException("a chunk size of " + chunkSize + " bytes; at least 1 is needed");
        }
        EnumSet<McapPart> copy = EnumSet.noneOf(McapPart.class);
        copy.addAll(parts);
        if (!copy.contains(McapPart.CHUNKS)
                && (copy.contains(McapPart.MESSAGE_INDEXES) || copy.contains(McapPart.CHUNK_INDEXES))) {
            throw new IllegalArgumentException("indexes of chunks without chunks: add McapPart.CHUNKS");
        }
        parts = Collections.unmodifiableSet(copy);
    }

    /** Chunks of 1 MiB, compressed, with every part. */
    public static McapWriterOptions forCapture() {
        return new McapWriterOptions("", "plumbline", 1 << 20, true, McapPart.all());
    }

    boolean has(McapPart part) {
        return parts.contains(part);
    }
}
