package org.plumbline.mcap;

import java.io.IOException;

/** The file breaks the format: where, and what is wrong there. */
public final class McapException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long offset;
    private final String problem;

    /** Says {@code problem} of the record or field that begins {@code offset} bytes into the file. */
    public McapException(long offset, String problem) {
        super("byte " + offset + ": " + problem);
        this.offset = offset;
        this.problem = problem;
    }

    /** What is wrong, without where. */
    public String problem() {
        return problem;
    }

    /** Bytes from the start of the file to the record or field that is wrong; for one within a chunk, to the chunk. */
    public long offset() {
        return offset;
    }
}
