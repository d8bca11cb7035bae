package org.plumbline.mcap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapRecord.Attachment;
import org.plumbline.mcap.McapRecord.AttachmentIndex;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecord.MessageIndex;
import org.plumbline.mcap.McapRecord.Metadata;
import org.plumbline.mcap.McapRecord.MetadataIndex;

/**
 * Reads an MCAP file (the format's version 0), whoever wrote it: {@link #records} from front to back,
 * {@link #messages} by time and topic. Chunks may be uncompressed or compressed with zstd; other compression is an
 * error that says so. Not thread-safe.
 */
public final class McapReader implements AutoCloseable {

    private final Source source;
    private final McapReaderOptions options;
    private final Unpacker unpacker;
    private final FileRecords file;
    private @Nullable FileIndex index;

    private McapReader(Source source, McapReaderOptions options) {
        this.source = source;
        this.options = options;
        this.unpacker = new Unpacker(options);
        this.file = new FileRecords(source, options);
    }

    /**
     * Opens a file, strictly. Bytes that are appended to it later are not seen.
     *
     * @throws IOException where it cannot be opened; what it holds is not looked at yet
     */
    public static McapReader open(Path path) throws IOException {
        return open(path, McapReaderOptions.strict());
    }

    /** Opens a file. */
    public static McapReader open(Path path, McapReaderOptions options) throws IOException {
        return new McapReader(Source.of(path), options);
    }

    /** Reads a file that is in memory; the array must not change. */
    public static McapReader of(byte[] file, McapReaderOptions options) {
        return new McapReader(new Source.OfBytes(file), options);
    }

    /** Every record from front to back; needs no summary, and tells how far a file that was cut off is whole. */
    public McapRecords records() {
        return new McapRecords(source, options, unpacker);
    }

    /**
     * What the file holds and where: its summary section. Where there is none, or one that does not lead to everything
     * that the file holds, the file is read once to find out.
     *
     * @throws McapException where the summary, or the file that must be read for it, is damaged, unless the reader is
     *     lenient
     */
    public McapSummary summary() throws IOException {
        return index().summary();
    }

    /** The messages that a query asks for, in the order of their log times; errors as {@link #summary}. */
    public McapMessages messages(McapQuery query) throws IOException {
        return new McapMessages(index(), query, file, unpacker, new Damage(options));
    }

    /**
     * The attachment at an index.
     *
     * @throws McapException where it is not there, or damaged
     */
    public Attachment attachment(AttachmentIndex index) throws IOException {
        return (Attachment) RecordDecoder.decode(Opcode.ATTACHMENT, file.at(index.offset(), Opcode.ATTACHMENT));
    }

    /**
     * The metadata at an index.
     *
     * @throws McapException where they are not there, or damaged
     */
    public Metadata metadata(MetadataIndex index) throws IOException {
        return (Metadata) RecordDecoder.decode(Opcode.METADATA, file.at(index.offset(), Opcode.METADATA));
    }

    /**
     * The message indexes of a chunk, one for each channel; none where it has none.
     *
     * @throws McapException where they are not there, or damaged; no CRC but that of the whole data section covers them
     */
    public List<MessageIndex> messageIndexes(ChunkIndex chunk) throws IOException {
        List<MessageIndex> indexes = new ArrayList<>();
        for (long offset : chunk.messageIndexOffsets().values()) {
            indexes.add(
                    (MessageIndex) RecordDecoder.decode(Opcode.MESSAGE_INDEX, file.at(offset, Opcode.MESSAGE_INDEX)));
        }
        return indexes;
    }

    private FileIndex index() throws IOException {
        FileIndex known = index;
        if (known == null) {
            McapSummary section = section();
            known = section != null && section.isComplete()
                    ? new FileIndex(section, new Entries())
                    : SummaryScan.of(records(), source.size());
            index = known;
        }
        return known;
    }

    private @Nullable McapSummary section() throws IOException {
        try {
            return SummarySection.read(source, options);
        } catch (McapException e) {
            if (options.lenient()) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        unpacker.close();
        source.close();
    }
}
