package org.plumbline.capture;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A capture that is being written, with its chain beside it. Each flush ends a section, and closing without a failure
 * before ends the chain. The section goes to the operating system before its link: whatever the moment of a kill, a link
 * without its section means that somebody cut the capture.
 */
final class ChainedFile extends OutputStream {

    private final HeldStream file;
    private final HeldStream chain;
    private MessageDigest digest = ChainLink.after(ChainLink.BEFORE_THE_FIRST);
    private long index;
    private long offset;
    private long length;
    private boolean failed;

    private ChainedFile(HeldStream file, HeldStream chain) {
        this.file = file;
        this.chain = chain;
    }

    /** On streams that are there, not held. */
    ChainedFile(OutputStream file, OutputStream chain) throws IOException {
        this(new HeldStream(file), new HeldStream(chain));
        begin();
    }

    /** Begins both files; missing folders are made. */
    static ChainedFile create(Path capture) throws IOException {
        ChainedFile created = held(capture);
        created.begin();
        return created;
    }

    /** Makes both files; they stay empty until {@link #begin}. */
    static ChainedFile held(Path capture) throws IOException {
        Path chain = CaptureChain.beside(capture);
        Files.createDirectories(capture.toAbsolutePath().resolveSibling(""));
        Files.createFile(capture);
        Files.createFile(chain);
        FileOutputStream links = new FileOutputStream(chain.toFile());
        RecordingLock.hold(links.getChannel());
        return new ChainedFile(new HeldStream(new FileOutputStream(capture.toFile())), new HeldStream(links));
    }

    /** What was written so far goes to the files in one piece each: no kill leaves half of it. */
    void begin() throws IOException {
        file.release();
        chain.release();
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        failed = true;
        file.write(bytes, from, count);
        failed = false;
        digest.update(bytes, from, count);
        length += count;
    }

    @Override
    public void flush() throws IOException {
        if (length > 0 && !failed) {
            link(false);
        }
    }

    private void link(boolean last) throws IOException {
        byte[] value = digest.digest();
        ChainLink link = new ChainLink(++index, offset, length, HexFormat.of().formatHex(value), last);
        failed = true;
        file.flush();
        chain.write((link.line() + "\n").getBytes(StandardCharsets.US_ASCII));
        chain.flush();
        failed = false;
        offset = link.end();
        length = 0;
        digest = ChainLink.after(value);
    }

    /** A chain that breaks off, with its capture or before, has no end. */
    @Override
    public void close() throws IOException {
        try (chain;
                file) {
            if (!failed) {
                link(true);
            }
        }
    }
}
