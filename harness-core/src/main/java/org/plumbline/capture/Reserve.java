package org.plumbline.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Room on the disk that the capture cannot take: given back when the recording is over, so that there is a place for the
 * results of a run that filled the disk.
 *
 * @param file of {@value #BYTES} bytes; gone after {@link #release}
 */
public record Reserve(Path file) {

    static final int BYTES = 4 << 20;

    /** Of the capture in the same folder. */
    static Reserve beside(Path capture) {
        return new Reserve(capture.resolveSibling(".reserve"));
    }

    /** @throws IOException where there is no such room */
    void take() throws IOException {
        try {
            Files.write(file, noise());
        } catch (IOException e) {
            release();
            throw e;
        }
    }

    /** A file system that compresses makes room of zeros. */
    private static byte[] noise() {
        byte[] noise = new byte[BYTES];
        new SplittableRandom(1).nextBytes(noise);
        return noise;
    }

    /** Also that of a run that was killed. */
    void release() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Gives back what a run that was killed, or could not do so itself, held beside its capture. */
    public static void release(Path capture) throws IOException {
        beside(capture).release();
    }
}
