package org.plumbline.binary;

/** How a check value is computed. */
interface CheckAlgorithm {

    /** Bytes of the check value, 1 to 4. */
    int size();

    /** The check value of {@code bytes[from]} up to {@code bytes[to - 1]}, unsigned. */
    long of(byte[] bytes, int from, int to);
}
