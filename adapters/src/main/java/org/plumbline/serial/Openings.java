package org.plumbline.serial;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Optional;

/** Tells when somebody opens a file (inotify(7)), without a look through all processes, which takes 10 ms and more. */
final class Openings implements AutoCloseable {

    /** The calls of the C library, by their names. */
    interface Inotify extends Library {

        int inotify_init1(int flags);

        int inotify_add_watch(int descriptor, String path, int mask);

        NativeLong read(int descriptor, Pointer bytes, NativeLong length);

        int close(int descriptor);
    }

    /** IN_CLOEXEC and IN_NONBLOCK. */
    private static final int FLAGS = 0x80000 | 0x800;

    private static final int IN_OPEN = 0x20;
    private static final int SIZE = 4096;

    private final Inotify libc;
    private final int descriptor;
    private final Memory events = new Memory(SIZE);
    private boolean closed;

    private Openings(Inotify libc, int descriptor) {
        this.libc = libc;
        this.descriptor = descriptor;
    }

    /** Empty on other systems, and where this user watches too much already. */
    static Optional<Openings> of(Path file) {
        if (!Platform.isLinux()) {
            return Optional.empty();
        }
        try {
            Inotify libc = Native.load(Platform.C_LIBRARY_NAME, Inotify.class);
            int descriptor = libc.inotify_init1(FLAGS);
            if (descriptor < 0) {
                return Optional.empty();
            }
            if (libc.inotify_add_watch(descriptor, file.toString(), IN_OPEN) < 0) {
                libc.close(descriptor);
                return Optional.empty();
            }
            return Optional.of(new Openings(libc, descriptor));
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /** Whether somebody, this process included, has opened it since this was asked last. */
    synchronized boolean any() {
        return !closed && libc.read(descriptor, events, new NativeLong(SIZE)).longValue() > 0;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            libc.close(descriptor);
        }
    }
}
