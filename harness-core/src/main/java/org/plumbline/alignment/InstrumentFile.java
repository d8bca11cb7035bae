package org.plumbline.alignment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * A file that a user gives for a channel.
 *
 * @param content its bytes; not copied
 */
public record InstrumentFile(String channel, Path path, byte[] content) {

    /** In bytes; what is more is not taken into memory. */
    private static final long MOST = 64L << 20;

    /**
     * Reads it.
     *
     * @throws InputException where it cannot be read, or is too large
     */
    public static InstrumentFile read(String channel, Path path) {
        try {
            if (Files.size(path) > MOST && Files.isRegularFile(path)) {
                throw new InputException(new Problem(
                        Place.of(path.toString()),
                        new Text("文件超过 %d MB", "the file has more than %d MB").with(MOST >> 20),
                        new Text("请只导出运行的那一段", "export the stretch of the run only")));
            }
            return new InstrumentFile(channel, path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new InputException(
                    new Problem(
                            Place.of(path.toString()),
                            new Text("无法读取: %s", "cannot be read: %s").with(FileTrouble.words(e)),
                            new Text("请检查路径和权限", "check path and permissions")),
                    e);
        }
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
