package org.plumbline.mcap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapRecord.AttachmentIndex;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Header;
import org.plumbline.mcap.McapRecord.Metadata;
import org.plumbline.mcap.McapRecord.MetadataIndex;
import org.plumbline.mcap.McapRecord.Schema;

/**
 * Writes an MCAP file (the format's version 0): chunks with message indexes and CRCs, then the summary. After
 * {@link #flush} everything so far is with the operating system and readable also when the process dies. Not
 * thread-safe. While a chunk of 64 KiB or more is filled, the two before it may still be compressed, on threads that are there
 * only when a chunk gets full. Memory is bounded by three chunks, whatever the file's length: what the summary will say of
 * chunks, attachments and metadata is kept in temporary files once it is more than a few MiB. A message costs no
 * allocation.
 */
public final class McapWriter implements AutoCloseable {

    static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

    private static final int MAX_ID = 0xFFFF;

    private final Sink sink;
    private final McapWriterOptions options;
    private final RecordEncoder encoder;
    private final @Nullable Chunks chunks;
    private final SummaryBuilder summary;
    private final Tally tally = new Tally();
    private final Bytes out = new Bytes(1 << 16);
    private boolean closed;

    private McapWriter(Sink sink, McapWriterOptions options, RecordEncoder encoder) {
        this.sink = sink;
        this.options = options;
        this.encoder = encoder;
        this.chunks = options.has(McapPart.CHUNKS)
                ? new Chunks(options, encoder, () -> new Packer(options.zstd()), this::write)
                : null;
        this.summary = new SummaryBuilder(options, encoder);
    }

    /**
     * Begins a new file; missing folders are made.
     *
     * @throws IOException where it exists already or cannot be written
     */
    public static McapWriter create(Path path, McapWriterOptions options) throws IOException {
        return create(path, options, RecordEncoder.PLAIN);
    }

    static McapWriter create(Path path, McapWriterOptions options, RecordEncoder encoder) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return begin(Sink.create(path), options, encoder);
    }

    /**
     * Begins a file on a stream, which gets a flush after each chunk, attachment and metadata record, when it is whole up
     * to there, and is closed with the writer.
     *
     * @throws IOException where it cannot be written; the stream is closed
     */
    public static McapWriter to(OutputStream stream, McapWriterOptions options) throws IOException {
        return begin(new Sink(stream), options, RecordEncoder.PLAIN);
    }

    private static McapWriter begin(Sink sink, McapWriterOptions options, RecordEncoder encoder) throws IOException {
        McapWriter writer = new McapWriter(sink, options, encoder);
        try {
            writer.out.raw(MAGIC);
            encoder.header(writer.out, new Header(options.profile(), options.library()));
            sink.write(writer.out);
            return writer;
        } catch (IOException e) {
            writer.abandon();
            throw e;
        }
    }

    /**
     * Adds a schema; returns its id.
     *
     * @throws IllegalStateException after 65,535 schemas
     */
    public int addSchema(String name, String encoding, byte[] data) throws IOException {
        Schema schema = new Schema(nextId(summary.schemaCount(), "schemas"), name, encoding, data.clone());
        summary.add(schema);
        if (chunks != null) {
            RecordEncoder.PLAIN.schema(chunks.filled().records(), schema);
        } else {
            encoder.schema(out, schema);
        }
        return schema.id();
    }

    /**
     * Adds a channel; returns its id.
     *
     * @param schema an id from {@link #addSchema}; 0 for none
     * @throws IllegalArgumentException for a schema that was not added
     * @throws IllegalStateException after 65,535 channels
     */
    public int addChannel(int schema, String topic, String messageEncoding, Map<String, String> metadata)
            throws IOException {
        if (schema < 0 || schema > summary.schemaCount()) {
            throw new IllegalArgumentException("schema " + schema + " of channel " + topic + " was not added");
        }
        int id = nextId(summary.channelCount(), "channels");
        Channel channel = new Channel(id, schema, topic, messageEncoding, metadata);
        summary.add(channel);
        if (chunks != null) {
            RecordEncoder.PLAIN.channel(chunks.filled().records(), channel);
        } else {
            encoder.channel(out, channel);
        }
        return id;
    }

    private static int nextId(int count, String what) {
        if (count == MAX_ID) {
            throw new IllegalStateException("a file has at most " + MAX_ID + " " + what);
        }
        return count + 1;
    }

    /**
     * Adds a message.
     *
     * @param channel an id from {@link #addChannel}
     * @param logTime nanoseconds since 1970, UTC
     * @param publishTime nanoseconds since 1970, UTC
     * @throws IllegalArgumentException for a channel that was not added
     */
    public void message(int channel, long sequence, long logTime, long publishTime, byte[] data) throws IOException {
        if (channel < 1 || channel > summary.channelCount()) {
            throw new IllegalArgumentException("channel " + channel + " was not added");
        }
        Bytes target = chunks == null ? out : chunks.filled().records();
        if (chunks == null) {
            RecordEncoder.message(out, channel, sequence, logTime, publishTime, data);
        } else {
            chunks.filled().message(channel, sequence, logTime, publishTime, data);
        }
        tally.message(channel, logTime);
        if (target.size() >= options.chunkSize()) {
            full();
        }
    }

    private void full() throws IOException {
        if (chunks == null) {
            flush();
        } else {
            chunks.next();
        }
    }

    private void write(ChunkBuilder chunk) throws IOException {
        summary.add(chunk.writeTo(sink, out));
        sink.flush();
    }

    /** Adds a file. */
    public void attachment(String name, String mediaType, long logTime, long createTime, byte[] data)
            throws IOException {
        flush();
        long offset = sink.position();
        int start = encoder.begin(out, Opcode.ATTACHMENT);
        out.u64(logTime).u64(createTime).text(name).text(mediaType).u64(data.length);
        CRC32 crc = new CRC32();
        crc.update(out.array(), start, out.size() - start);
        crc.update(data);
        long length = out.size() - start + (long) data.length + 4 + encoder.padding().length;
        Little.u64(out.array(), start - 8, length);
        sink.write(out);
        sink.write(data, data.length);
        sink.write(out.u32(crc.getValue()).raw(encoder.padding()));
        summary.add(new AttachmentIndex(
                offset, sink.position() - offset, logTime, createTime, data.length, name, mediaType));
        sink.flush();
    }

    /** Adds named texts, in the order of their names. */
    public void metadata(String name, Map<String, String> values) throws IOException {
        flush();
        long offset = sink.position();
        encoder.metadata(out, new Metadata(name, new TreeMap<>(values)));
        sink.write(out);
        summary.add(new MetadataIndex(offset, sink.position() - offset, name));
        sink.flush();
    }

    /** Ends the chunk, where there is anything in it, and hands everything to the operating system. */
    public void flush() throws IOException {
        if (chunks != null) {
            chunks.flush();
        }
        sink.write(out);
        sink.flush();
    }

    /** Writes the summary and the end of the file; closing again does nothing. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        try {
            flush();
            int dataEnd = RecordEncoder.PLAIN.begin(out, Opcode.DATA_END);
            out.u32(sink.crc()).end(dataEnd, Long.BYTES);
            sink.write(out);
            summary.writeTo(sink, tally);
            sink.write(out.raw(MAGIC));
        } finally {
            abandon();
        }
    }

    private void abandon() throws IOException {
        closed = true;
        if (chunks != null) {
            chunks.close();
        }
        try (sink) {
            summary.close();
        }
    }
}
