package org.plumbline.error;

/**
 * A place in an input.
 *
 * @param file the file as the user named it
 * @param line from 1; 0 where no line is known
 * @param column from 1; 0 where no column is known
 */
public record Place(String file, int line, int column) {

    /** A whole file. */
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    /** {@code file:line:column}, shorter where parts are unknown. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
