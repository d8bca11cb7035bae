package org.plumbline.capture;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Whether a capture is still being recorded: its recorder holds a lock, which the operating system takes from the dead. */
public final class RecordingLock {

    // Behind the content, since on Windows nobody can read what is locked.
    private static final long PLACE = Long.MAX_VALUE - 1;

    private RecordingLock() {}

    /** Until the channel is closed. A file system without locks does without. */
    static void hold(FileChannel chain) {
        try {
            chain.tryLock(PLACE, 1, false);
        } catch (IOException e) {
            // as documented
        }
    }

    /** Whether somebody records that capture now. Who may only read it may ask, too: a shared lock fits beside no exclusive one. */
    public static boolean isHeld(Path capture) throws IOException {
        Path chain = CaptureChain.beside(capture);
        if (!Files.exists(chain)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(chain, StandardOpenOption.READ)) {
            @Nullable FileLock lock = channel.tryLock(PLACE, 1, true);
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
