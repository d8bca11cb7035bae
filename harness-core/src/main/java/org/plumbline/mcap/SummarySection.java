package org.plumbline.mcap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapRecord.AttachmentIndex;
import org.plumbline.mcap.McapRecord.Footer;
import org.plumbline.mcap.McapRecord.MetadataIndex;
import org.plumbline.mcap.McapRecord.Statistics;

/** The summary at a file's end, read without the rest of the file. */
final class SummarySection {

    private static final int MAGIC = McapWriter.MAGIC.length;
    private static final int FOOTER = 9 + 20;

    private final Definitions definitions = new Definitions(false);
    private final ChunkIndexes chunkIndexes;
    private final List<AttachmentIndex> attachmentIndexes = new ArrayList<>();
    private final List<MetadataIndex> metadataIndexes = new ArrayList<>();
    private @Nullable Statistics statistics;

    private SummarySection(byte[] summary) {
        chunkIndexes = new ChunkIndexes(summary);
    }

    /**
     * The summary; null where the file has none.
     *
     * @throws McapException where it is damaged, or the file cut off
     */
    static @Nullable McapSummary read(Source source, McapReaderOptions options) throws IOException {
        long footerAt = source.size() - MAGIC - FOOTER;
        if (footerAt < MAGIC) {
            throw new McapException(0, "a file of " + source.size() + " bytes has no room for a footer");
        }
        byte[] end = bytes(source, footerAt, FOOTER + MAGIC);
        Footer footer = footer(end, footerAt);
        long start = footer.summaryStart();
        if (start == 0) {
            return null;
        }
        if (start < MAGIC || start > footerAt || footerAt + FOOTER - start > options.sizeLimit()) {
            throw new McapException(
                    footerAt, "the footer says that the summary begins at byte " + Long.toUnsignedString(start));
        }
        byte[] summary = bytes(source, start, (int) (footerAt + FOOTER - start));
        checkCrc(summary, footer, footerAt);
        SummarySection section = new SummarySection(summary);
        section.read(new RecordRun(summary, 0, summary.length, Place.at(start), true));
        return section.summary();
    }

    private static byte[] bytes(Source source, long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        source.read(position, bytes, 0, length);
        return bytes;
    }

    private static Footer footer(byte[] end, long footerAt) throws McapException {
        if (!Arrays.equals(end, FOOTER, FOOTER + MAGIC, McapWriter.MAGIC, 0, MAGIC)) {
            throw new McapException(footerAt + FOOTER, "no MCAP magic bytes of version 0 here");
        }
        RecordRun run = new RecordRun(end, 0, FOOTER, Place.at(footerAt), true);
        if (!run.advance() || run.code() != Opcode.FOOTER.code()) {
            throw new McapException(footerAt, "no footer here");
        }
        return (Footer) RecordDecoder.decode(Opcode.FOOTER, run.fields());
    }

    private static void checkCrc(byte[] summary, Footer footer, long footerAt) throws McapException {
        CRC32 crc = new CRC32();
        crc.update(summary, 0, summary.length - Integer.BYTES);
        if (footer.summaryCrc() != 0 && footer.summaryCrc() != crc.getValue()) {
            throw new McapException(
                    footerAt, "the summary " + RecordDecoder.mismatch(footer.summaryCrc(), crc.getValue()));
        }
    }

    private void read(RecordRun run) throws McapException {
        while (run.advance()) {
            Opcode opcode = run.opcode();
            if (opcode != null) {
                Section.SUMMARY.check(opcode, run.place());
                if (opcode == Opcode.CHUNK_INDEX) {
                    chunkIndexes.add(run.fields());
                } else {
                    accept(RecordDecoder.decode(opcode, run.fields()), run.place());
                }
            }
        }
    }

    private void accept(McapRecord record, Place place) throws McapException {
        definitions.accept(record, place);
        if (record instanceof AttachmentIndex index) {
            attachmentIndexes.add(index);
        } else if (record instanceof MetadataIndex index) {
            metadataIndexes.add(index);
        } else if (record instanceof Statistics counts) {
            statistics = counts;
        }
    }

    private McapSummary summary() {
        return new McapSummary(
                statistics,
                definitions.schemas(),
                definitions.channels(),
                Collections.unmodifiableList(chunkIndexes),
                List.copyOf(attachmentIndexes),
                List.copyOf(metadataIndexes));
    }
}
