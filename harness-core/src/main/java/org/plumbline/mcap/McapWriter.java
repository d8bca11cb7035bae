package org.plumbline.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Writes an MCAP file (the format's version 0): chunks with message indexes and CRCs, then the summary. After
 * {@link #flush} everything so far is with the operating system and readable also when the process dies. Not
 * thread-safe. Memory is bounded by one chunk and an index entry for each chunk.
 */
public final class McapWriter implements AutoCloseable {

    static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

    private final WritableByteChannel file;
    private final McapWriterOptions options;
    private final CRC32 dataCrc = new CRC32();
    private final Bytes out = new Bytes(1 << 16);
    private final Chunk chunk = new Chunk();
    private final Bytes schemas = new Bytes(1024);
    private final Bytes channels = new Bytes(1024);
    private final List<Chunk.ChunkIndex> chunkIndexes = new ArrayList<>();
    private final Bytes attachmentIndexes = new Bytes(256);
    private final Bytes metadataIndexes = new Bytes(256);
    private final Map<Integer, Long> counts = new TreeMap<>();
    private int schemaCount;
    private int channelCount;
    private int attachmentCount;
    private int metadataCount;
    private long firstTime = Long.MAX_VALUE;
    private long lastTime = Long.MIN_VALUE;
    private long position;
    private boolean broken;

    private McapWriter(WritableByteChannel file, McapWriterOptions options) {
        this.file = file;
        this.options = options;
    }

    /**
     * Begins a new file; missing folders are made.
     *
     * @throws IOException where it exists already or cannot be written
     */
    public static McapWriter create(Path path, McapWriterOptions options) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return on(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), options);
    }

    static McapWriter on(WritableByteChannel file, McapWriterOptions options) throws IOException {
        McapWriter writer = new McapWriter(file, options);
        writer.out.raw(MAGIC);
        int header = writer.out.begin(Opcode.HEADER);
        writer.out.text(options.profile()).text(options.library());
        writer.out.end(header);
        writer.writeOut();
        return writer;
    }

    /** Adds a schema; returns its id. */
    public int addSchema(String name, String encoding, byte[] data) throws IOException {
        int id = ++schemaCount;
        int from = schemas.size();
        int record = schemas.begin(Opcode.SCHEMA);
        schemas.u16(id).text(name).text(encoding).u32(data.length).raw(data);
        schemas.end(record);
        chunk.records().raw(schemas.array(), from, schemas.size() - from);
        return id;
    }

    /**
     * Adds a channel; returns its id.
     *
     * @param schema an id from {@link #addSchema}; 0 for none
     */
    public int addChannel(int schema, String topic, String messageEncoding, Map<String, String> metadata)
            throws IOException {
        int id = ++channelCount;
        int from = channels.size();
        int record = channels.begin(Opcode.CHANNEL);
        channels.u16(id).u16(schema).text(topic).text(messageEncoding).texts(metadata);
        channels.end(record);
        chunk.records().raw(channels.array(), from, channels.size() - from);
        return id;
    }

    /**
     * Adds a message.
     *
     * @param logTime nanoseconds since 1970, UTC
     * @param publishTime nanoseconds since 1970, UTC
     */
    public void message(int channel, long sequence, long logTime, long publishTime, byte[] data) throws IOException {
        chunk.message(channel, sequence, logTime, publishTime, data);
        counts.merge(channel, 1L, Long::sum);
        firstTime = Math.min(firstTime, logTime);
        lastTime = Math.max(lastTime, logTime);
        if (chunk.records().size() >= options.chunkSize()) {
            flush();
        }
    }

    /** Adds a file. */
    public void attachment(String name, String mediaType, long logTime, long createTime, byte[] data)
            throws IOException {
        flush();
        int record = out.begin(Opcode.ATTACHMENT);
        int content = out.size();
        out.u64(logTime)
                .u64(createTime)
                .text(name)
                .text(mediaType)
                .u64(data.length)
                .raw(data);
        CRC32 crc = new CRC32();
        crc.update(out.array(), content, out.size() - content);
        out.u32(crc.getValue());
        out.end(record);
        attachmentCount++;
        int index = attachmentIndexes.begin(Opcode.ATTACHMENT_INDEX);
        attachmentIndexes
                .u64(position)
                .u64(out.size())
                .u64(logTime)
                .u64(createTime)
                .u64(data.length);
        attachmentIndexes.text(name).text(mediaType);
        attachmentIndexes.end(index);
        writeOut();
    }

    /** Adds named texts. */
    public void metadata(String name, Map<String, String> values) throws IOException {
        flush();
        int record = out.begin(Opcode.METADATA);
        out.text(name).texts(new TreeMap<>(values));
        out.end(record);
        metadataCount++;
        int index = metadataIndexes.begin(Opcode.METADATA_INDEX);
        metadataIndexes.u64(position).u64(out.size()).text(name);
        metadataIndexes.end(index);
        writeOut();
    }

    /** Ends the chunk, where there is anything in it, and hands everything to the operating system. */
    public void flush() throws IOException {
        if (!chunk.isEmpty()) {
            chunkIndexes.add(chunk.writeTo(out, position, options.zstd()));
            writeOut();
        }
    }

    /** Writes the summary and the end of the file; only closes it where a write has failed before. */
    @Override
    public void close() throws IOException {
        try (file) {
            if (broken) {
                return;
            }
            flush();
            int dataEnd = out.begin(Opcode.DATA_END);
            out.u32(dataCrc.getValue());
            out.end(dataEnd);
            writeOut();
            writeSummary();
        }
    }

    private void writeSummary() throws IOException {
        long start = position;
        Bytes offsets = new Bytes(256);
        group(offsets, Opcode.SCHEMA, start, () -> out.raw(schemas));
        group(offsets, Opcode.CHANNEL, start, () -> out.raw(channels));
        group(offsets, Opcode.STATISTICS, start, this::statistics);
        group(offsets, Opcode.METADATA_INDEX, start, () -> out.raw(metadataIndexes));
        group(offsets, Opcode.ATTACHMENT_INDEX, start, () -> out.raw(attachmentIndexes));
        group(offsets, Opcode.CHUNK_INDEX, start, () -> chunkIndexes.forEach(index -> index.writeTo(out)));
        long offsetStart = start + out.size();
        out.raw(offsets);
        int footer = out.begin(Opcode.FOOTER);
        out.u64(start).u64(offsetStart);
        CRC32 crc = new CRC32();
        crc.update(out.array(), 0, footer - 8);
        Bytes length = new Bytes(8).u64(20);
        crc.update(length.array(), 0, 8);
        crc.update(out.array(), footer, out.size() - footer);
        out.u32(crc.getValue());
        out.end(footer);
        out.raw(MAGIC);
        writeOut();
    }

    private void group(Bytes offsets, Opcode opcode, long start, Runnable records) {
        int from = out.size();
        records.run();
        if (out.size() > from) {
            int record = offsets.begin(Opcode.SUMMARY_OFFSET);
            offsets.u8(opcode.code()).u64(start + from).u64(out.size() - from);
            offsets.end(record);
        }
    }

    private void statistics() {
        int record = out.begin(Opcode.STATISTICS);
        out.u64(counts.values().stream().mapToLong(Long::longValue).sum());
        out.u16(schemaCount)
                .u32(channelCount)
                .u32(attachmentCount)
                .u32(metadataCount)
                .u32(chunkIndexes.size());
        out.u64(counts.isEmpty() ? 0 : firstTime).u64(counts.isEmpty() ? 0 : lastTime);
        out.u32(counts.size() * 10L);
        counts.forEach((channel, count) -> out.u16(channel).u64(count));
        out.end(record);
    }

    private void writeOut() throws IOException {
        broken = true;
        dataCrc.update(out.array(), 0, out.size());
        ByteBuffer buffer = ByteBuffer.wrap(out.array(), 0, out.size());
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        position += out.size();
        out.clear();
        broken = false;
    }
}
