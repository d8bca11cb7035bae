package org.plumbline.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.plumbline.text.Text;

/**
 * Whom the file of a port lets in beside its owner, for somebody whom it does not.
 *
 * @param name of the group that it belongs to
 * @param mode as ls shows it, such as rw-rw----
 * @param admitted whether the group may read and write
 */
record PortGroup(String name, String mode, boolean admitted) {

    private static final Set<PosixFilePermission> NEEDED =
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE);

    static PortGroup of(Path port) {
        try {
            PosixFileAttributes file = Files.readAttributes(port, PosixFileAttributes.class);
            return new PortGroup(
                    file.group().getName(),
                    PosixFilePermissions.toString(file.permissions()),
                    file.permissions().containsAll(NEEDED));
        } catch (IOException e) {
            return new PortGroup("?", "?", true); // unplugged meanwhile
        }
    }

    Text denied() {
        return admitted
                ? new Text("没有访问权限，端口属于组 %s", "access is denied; the port belongs to the group %s").with(name)
                : new Text(
                                "没有访问权限，端口属于组 %s，但权限 %s 不许该组读写",
                                "access is denied; the port belongs to the group %s, but its mode %s keeps that out, too")
                        .with(name, mode);
    }

    /**
     * What gives access. The mode of a port that a login console (agetty) has is rw------- as long as it has it.
     *
     * @param port as its user calls it
     */
    Text remedy(String port) {
        return admitted
                ? new Text("将用户加入组 %s 后重新登录", "add your user to the group %s and log in again").with(name)
                : new Text(
                                "可能被登录控制台等程序占用，请先停用；否则执行 sudo chmod g+rw %s，并将用户加入组 %s",
                                "a program such as a login console may hold it: stop that; else sudo chmod g+rw %s, and add your"
                                        + " user to the group %s")
                        .with(port, name);
    }
}
