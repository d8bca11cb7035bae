package org.plumbline.mcap;

/**
 * How a file is read.
 *
 * @param lenient whether what is damaged is passed over and reported, instead of thrown
 * @param sizeLimit the largest record, and the largest chunk uncompressed, that is taken into memory, in bytes
 */
public record McapReaderOptions(boolean lenient, int sizeLimit) {

    private static final int DEFAULT_LIMIT = 1 << 29;
    private static final int MAX_LIMIT = 1 << 30;

    /** @throws IllegalArgumentException for a limit below 1 or above 1 GiB */
    public McapReaderOptions {
        if (sizeLimit < 1 || sizeLimit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "a size limit of " + sizeLimit + " bytes; it is between 1 and " + MAX_LIMIT);
        }
    }

    /** Everything that is wrong is thrown; records of at most 512 MiB. */
    public static McapReaderOptions strict() {
        return new McapReaderOptions(false, DEFAULT_LIMIT);
    }

    /** For files that were cut off or damaged: as much as can be had; records of at most 512 MiB. */
    public static McapReaderOptions forRecovery() {
        return new McapReaderOptions(true, DEFAULT_LIMIT);
    }

    /** The same with another limit. */
    public McapReaderOptions withSizeLimit(int bytes) {
        return new McapReaderOptions(lenient, bytes);
    }
}
