package org.plumbline.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.text.Text;

class FileTroubleTest {

    @TempDir
    Path folder;

    private static Text of(ThrowingCallable call) {
        return FileTrouble.words(catchThrowableOfType(IOException.class, call));
    }

    @Test
    void isWordedAsItReallyHappens() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Text missing = new Text("文件或文件夹不存在", "there is no such file or folder");
        Text folderNotFile = new Text("这是文件夹，不是文件", "it is a folder, not a file");
        assertThat(of(() -> Files.readString(folder.resolve("nope")))).isEqualTo(missing);
        assertThat(of(() -> new FileInputStream(folder.resolve("nope").toFile())))
                .isEqualTo(missing);
        assertThat(of(() -> Files.readString(folder))).isEqualTo(folderNotFile);
        assertThat(of(() -> new FileInputStream(folder.toFile()))).isEqualTo(folderNotFile);
        assertThat(of(() -> Files.createDirectory(file))).isEqualTo(new Text("已存在同名的文件或文件夹", "it exists already"));
        assertThat(of(() -> Files.list(file))).isEqualTo(new Text("这是文件，不是文件夹", "it is a file, not a folder"));
        assertThat(of(() -> Files.createDirectory(file.resolve("below"))))
                .isEqualTo(new Text("这是文件，不是文件夹", "it is a file, not a folder"));
        assertThat(of(() -> Files.delete(folder))).isEqualTo(new Text("文件夹不是空的", "the folder is not empty"));
    }

    @Test
    void isWordedAsTheSystemSaysIt() {
        Text denied = new Text("没有访问权限", "access is denied");
        Text full = new Text("磁盘空间不足", "no space is left on the disk");
        assertThat(FileTrouble.words(new AccessDeniedException("/root/x"))).isEqualTo(denied);
        assertThat(FileTrouble.words(new IOException("No space left on device")))
                .isEqualTo(full);
        assertThat(FileTrouble.words(new FileSystemException("x", null, "No space left on device")))
                .isEqualTo(full);
        assertThat(FileTrouble.words(new FileSystemException("x", null, "There is not enough space on the disk.")))
                .isEqualTo(full);
    }

    @Test
    void hasNoNameOfJavaWhereItIsNotUsual() {
        assertThat(FileTrouble.words(new ZipException("zip END header not found")))
                .isEqualTo(Text.same("zip END header not found"));
        assertThat(FileTrouble.words(new FileSystemException("x"))).isEqualTo(FileTrouble.words(new IOException()));
        assertThat(FileTrouble.words(new IOException()))
                .isEqualTo(new Text("读写失败，原因未知", "reading or writing failed for a reason that is not known"));
    }
}
