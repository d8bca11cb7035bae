package org.plumbline.mcap;

import java.util.EnumSet;
import java.util.Set;

/** The sections of a file, and which records may stand in them. */
enum Section {
    START("the file begins", EnumSet.of(Opcode.HEADER)),
    DATA(
            "the data section",
            EnumSet.of(
                    Opcode.SCHEMA,
                    Opcode.CHANNEL,
                    Opcode.MESSAGE,
                    Opcode.CHUNK,
                    Opcode.MESSAGE_INDEX,
                    Opcode.ATTACHMENT,
                    Opcode.METADATA,
                    Opcode.DATA_END)),
    CHUNK("a chunk", EnumSet.of(Opcode.SCHEMA, Opcode.CHANNEL, Opcode.MESSAGE)),
    SUMMARY(
            "the summary",
            EnumSet.of(
                    Opcode.SCHEMA,
                    Opcode.CHANNEL,
                    Opcode.CHUNK_INDEX,
                    Opcode.ATTACHMENT_INDEX,
                    Opcode.STATISTICS,
                    Opcode.METADATA_INDEX,
                    Opcode.SUMMARY_OFFSET,
                    Opcode.FOOTER));

    private final String shown;
    private final Set<Opcode> allowed;

    Section(String shown, Set<Opcode> allowed) {
        this.shown = shown;
        this.allowed = allowed;
    }

    void check(Opcode opcode, Place place) throws McapException {
        if (!allowed.contains(opcode)) {
            throw place.error("a record of type " + opcode.shown() + " where " + shown
                    + (this == START ? "; a header belongs there" : " does not allow it"));
        }
    }
}
