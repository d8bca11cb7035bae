package org.plumbline.mcap;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The record types of the format. */
enum Opcode {
    HEADER(0x01),
    FOOTER(0x02),
    SCHEMA(0x03),
    CHANNEL(0x04),
    MESSAGE(0x05),
    CHUNK(0x06),
    MESSAGE_INDEX(0x07),
    CHUNK_INDEX(0x08),
    ATTACHMENT(0x09),
    ATTACHMENT_INDEX(0x0A),
    STATISTICS(0x0B),
    METADATA(0x0C),
    METADATA_INDEX(0x0D),
    SUMMARY_OFFSET(0x0E),
    DATA_END(0x0F);

    private static final Opcode[] ALL = values();

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    /** The opcode with that code, from 1 to 255; null for one that this version of the format does not name. */
    static @Nullable Opcode of(int code) {
        return code <= ALL.length ? ALL[code - 1] : null;
    }

    int code() {
        return code;
    }

    /** For messages: {@code chunk index}. */
    String shown() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
