package org.plumbline.mcap;

/**
 * Where a record stands.
 *
 * @param offset bytes from the start of the file; for a record within a chunk, of the chunk
 * @param inner bytes from the start of the chunk's uncompressed records; {@link #OUTSIDE} for a record outside chunks
 */
record Place(long offset, long inner) {

    static final long OUTSIDE = -1;

    static Place at(long offset) {
        return new Place(offset, OUTSIDE);
    }

    /** The first record of the chunk at {@code offset}. */
    static Place inChunk(long offset) {
        return new Place(offset, 0);
    }

    /** That many bytes further on. */
    Place plus(int bytes) {
        return inner == OUTSIDE ? at(offset + bytes) : new Place(offset, inner + bytes);
    }

    McapException error(String problem) {
        return new McapException(
                offset, inner == OUTSIDE ? problem : "in this chunk, byte " + inner + " of its records: " + problem);
    }
}
