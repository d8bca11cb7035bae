package org.plumbline.mcap;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a file may have or lack, beside its messages, attachments and metadata. */
public enum McapPart {
    /** Schemas, channels and messages stand in chunks, not directly in the data section. */
    CHUNKS,
    /** After each chunk stands where in it the messages of each channel are; needs {@link #CHUNKS}. */
    MESSAGE_INDEXES,
    /** The summary says where the chunks are; needs {@link #CHUNKS}. */
    CHUNK_INDEXES,
    /** The summary repeats the schemas. */
    REPEATED_SCHEMAS,
    /** The summary repeats the channels. */
    REPEATED_CHANNELS,
    /** The summary counts. */
    STATISTICS,
    /** The summary says where the attachments are. */
    ATTACHMENT_INDEXES,
    /** The summary says where the metadata are. */
    METADATA_INDEXES,
    /** The summary is followed by where in it the records of each type are. */
    SUMMARY_OFFSETS;

    /** Every part: what other people's readers can make the most of. */
    public static Set<McapPart> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(McapPart.class));
    }
}
