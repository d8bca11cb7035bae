package org.plumbline.serial;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.text.Text;

/**
 * Which process has which device open, as Linux shows it to somebody who opens none: to open a port moves DTR, and that
 * resets many boards.
 */
final class PortUse {

    private static final Path PROCESSES = Path.of("/proc");

    private final Map<Path, String> holders = new HashMap<>();
    private boolean whole = true;

    private PortUse() {}

    /** As it is now; empty on systems that do not show it. */
    static Optional<PortUse> now() {
        if (!Files.isDirectory(PROCESSES.resolve("self/fd"))) {
            return Optional.empty();
        }
        PortUse use = new PortUse();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            processes.forEach(use::look);
        } catch (IOException e) {
            use.whole = false;
        }
        return Optional.of(use);
    }

    /** Those of other users cannot be looked into. */
    private void look(Path process) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            descriptors.forEach(descriptor -> note(descriptor, process));
        } catch (IOException | DirectoryIteratorException e) {
            whole &= !Files.exists(process);
        }
    }

    private void note(Path descriptor, Path process) {
        try {
            Path device = Files.readSymbolicLink(descriptor);
            if (device.startsWith("/dev")) {
                holders.put(device, String.valueOf(process.getFileName()));
            }
        } catch (IOException e) {
            // closed meanwhile
        }
    }

    /** Whether a port is free. */
    Text of(Path port) {
        if (!Files.isReadable(port) || !Files.isWritable(port)) {
            return new Text("没有访问权限，端口属于组 %s", "access is denied; the port belongs to the group %s")
                    .with(SerialTransport.group(port));
        }
        String holder = holders.get(real(port));
        if (holder != null) {
            return new Text("进程 %s 正在使用", "in use by process %s").with(holder);
        }
        return whole
                ? new Text("空闲", "free")
                : new Text("空闲（看不到其他用户的进程）", "free (processes of other users are not seen)");
    }

    private static Path real(Path port) {
        try {
            return port.toRealPath();
        } catch (IOException e) {
            return port; // unplugged meanwhile
        }
    }
}
