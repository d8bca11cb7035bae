package org.plumbline.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.text.Text;

/**
 * Which other process has which device open, as Linux shows it to somebody who opens none: to open a port moves DTR, and that
 * resets many boards.
 */
final class PortUse {

    private static final Path PROCESSES = Path.of("/proc");

    /** What {@code /proc/self/ns/pid} leads to outside of containers: the kernel's fixed number PROC_PID_INIT_INO. */
    private static final String WHOLE_COMPUTER = "pid:[4026531836]";

    private static final Path PSEUDO_TERMINALS = Path.of("/dev/pts");

    private final Path processes;
    private final Map<DeviceNumber, List<Path>> holders = new HashMap<>();
    private boolean whole = true;

    private PortUse(Path processes) {
        this.processes = processes;
    }

    /** As it is now; empty on systems that do not show it. */
    static Optional<PortUse> now() {
        return now(PROCESSES);
    }

    /** @param processes the folder of the kernel's processes */
    static Optional<PortUse> now(Path processes) {
        if (!Files.isDirectory(processes.resolve("self/fd"))) {
            return Optional.empty();
        }
        PortUse use = new PortUse(processes);
        use.look();
        return Optional.of(use);
    }

    /** With hidepid=2 those of other users are not even listed, and the first of all is root's. */
    private void look() {
        whole = Files.exists(processes.resolve("1"));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
            Path self = processes.resolve("self").toRealPath();
            for (Path process : all) {
                if (!process.equals(self)) {
                    look(process);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            whole = false;
        }
    }

    private boolean isContained() {
        try {
            return !Files.readSymbolicLink(processes.resolve("self/ns/pid"))
                    .toString()
                    .equals(WHOLE_COMPUTER);
        } catch (IOException e) {
            return true; // nothing is known of those outside
        }
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
            if (Files.readSymbolicLink(descriptor).startsWith("/dev")) {
                DeviceNumber device = DeviceNumber.of(descriptor);
                if (device.isDevice()) {
                    holders.computeIfAbsent(device, any -> new ArrayList<>()).add(process);
                }
            }
        } catch (IOException e) {
            // closed meanwhile
        }
    }

    /** Whether a port is free. */
    Text of(Path port) {
        if (!Files.isReadable(port) || !Files.isWritable(port)) {
            return PortGroup.of(port).denied();
        }
        return holder(port)
                .map(holder -> new Text("进程 %s正在使用", "in use by process %s").with(holder))
                .orElseGet(this::free);
    }

    private Text free() {
        if (isContained()) {
            return new Text("空闲（看不到容器外的进程）", "free (processes outside this container are not seen)");
        }
        return whole
                ? new Text("空闲", "free")
                : new Text("空闲（看不到其他用户的进程）", "free (processes of other users are not seen)");
    }

    /** The number and the name of a process that has the port open, be it only to hold it. */
    Optional<Text> holder(Path port) {
        try {
            Path device = port.toRealPath();
            return holders.getOrDefault(DeviceNumber.of(device), List.of()).stream()
                    .filter(process -> !isFarEnd(process, device))
                    .flatMap(process -> shown(process).stream())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // unplugged meanwhile
        }
    }

    /** Whoever has a pseudo-terminal's other end is the device, which may keep this one open, too, as Python's openpty does. */
    private static boolean isFarEnd(Path process, Path device) {
        if (!device.startsWith(PSEUDO_TERMINALS)) {
            return false;
        }
        String index = "tty-index:\t" + device.getFileName();
        try (Stream<Path> descriptors = Files.list(process.resolve("fdinfo"))) {
            return descriptors.anyMatch(descriptor -> lines(descriptor).contains(index));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static List<String> lines(Path descriptor) {
        try {
            return Files.readAllLines(descriptor);
        } catch (IOException e) {
            return List.of(); // closed meanwhile
        }
    }

    /** Empty where it has ended meanwhile. */
    private static Optional<Text> shown(Path process) {
        try {
            String name = new String(Files.readAllBytes(process.resolve("comm")), StandardCharsets.UTF_8);
            return Optional.of(new Text("%s（%s）", "%s (%s)")
                    .with(process.getFileName(), name.strip().replaceAll("\\p{Cntrl}", "?")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
