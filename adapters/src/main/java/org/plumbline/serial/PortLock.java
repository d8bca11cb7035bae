package org.plumbline.serial;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The product's own lock on a port: a lock on a file in {@code java.io.tmpdir}. TIOCEXCL does not stop root, and of two
 * readers of one port each gets a part of the bytes, so that a good device fails. The kernel takes a lock from its process
 * however that ends; a UUCP-style file with a process id in it outlives a SIGKILL, and in a container that shares the
 * folder the id of a living holder looks dead.
 *
 * <p>The file is named after the device's number, so that a link, or another name in a container, is the same port. It is
 * never removed: that could take it from under somebody who has just opened it.
 */
final class PortLock implements AutoCloseable {

    /** Channels by the lock of their port. Closing any channel of a file gives up every lock of the process on it: our own must be known before one is opened. */
    private static final Map<String, String> OURS = new ConcurrentHashMap<>();

    private static final int LONGEST_PID = 20;

    private final String name;
    private final @Nullable FileChannel file;
    private final AtomicBoolean held = new AtomicBoolean(true);

    /** @param file null where the system needs no lock of ours */
    PortLock(String name, @Nullable FileChannel file) {
        this.name = name;
        this.file = file;
    }

    /**
     * Asks for a port where the system gives it to one process only, whoever asks, and does not say who has it: of this process that
     * is known.
     *
     * @param path as the serial library names it, be it written COM3 or \\.\com3
     * @param channel what it is for
     */
    static PortClaim claimWithin(String path, String channel) {
        String name = path.toUpperCase(Locale.ROOT);
        String other = OURS.putIfAbsent(name, channel);
        return other == null ? new PortClaim.Granted(new PortLock(name, null)) : new PortClaim.Held(self(), other);
    }

    /**
     * Asks for a port.
     *
     * @param device its path, links allowed
     * @param channel what it is for
     * @throws IOException where the lock's file cannot be used
     */
    static PortClaim claim(Path device, String channel) throws IOException {
        String name = "plumbline-port-" + DeviceNumber.of(device) + ".lock";
        String other = OURS.putIfAbsent(name, channel);
        if (other != null) {
            return new PortClaim.Held(self(), other);
        }
        try {
            PortClaim claim = claim(name, Path.of(System.getProperty("java.io.tmpdir"), name));
            if (claim instanceof PortClaim.Held) {
                OURS.remove(name);
            }
            return claim;
        } catch (IOException | RuntimeException e) {
            OURS.remove(name);
            throw e;
        }
    }

    private static PortClaim claim(String name, Path path) throws IOException {
        FileChannel file = open(path);
        try {
            if (file.tryLock() == null) {
                PortClaim held = new PortClaim.Held(holder(file), null);
                file.close();
                return held;
            }
            file.truncate(0).write(US_ASCII.encode(self()), 0);
            return new PortClaim.Granted(new PortLock(name, file));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Never created where it exists: Linux refuses that to everybody but its owner, root too, in a folder like /tmp. */
    private static FileChannel open(Path path) throws IOException {
        try {
            return existing(path);
        } catch (NoSuchFileException e) {
            try {
                Files.createFile(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
            } catch (FileAlreadyExistsException another) {
                // it was quicker: the same file
            }
            return existing(path);
        }
    }

    private static FileChannel existing(Path path) throws IOException {
        return FileChannel.open(
                path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    }

    private static String holder(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
        file.read(bytes, 0);
        String pid = US_ASCII.decode(bytes.flip()).toString();
        return pid.matches("\\d+") ? pid : "?";
    }

    private static String self() {
        return Long.toString(ProcessHandle.current().pid());
    }

    @Override
    public void close() {
        if (held.getAndSet(false)) {
            try {
                if (file != null) {
                    file.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                OURS.remove(name);
            }
        }
    }
}
