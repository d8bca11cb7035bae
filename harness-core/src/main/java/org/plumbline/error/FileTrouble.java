package org.plumbline.error;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.plumbline.text.Text;

/** Words the usual failures of files for people. */
public final class FileTrouble {

    private static final Text MISSING = new Text("文件或文件夹不存在", "there is no such file or folder");
    private static final Text DENIED = new Text("没有访问权限", "access is denied");
    private static final Text FULL = new Text("磁盘空间不足", "no space is left on the disk");
    private static final Text EXISTS = new Text("已存在同名的文件或文件夹", "it exists already");
    private static final Text FOLDER = new Text("这是文件夹，不是文件", "it is a folder, not a file");
    private static final Text NO_FOLDER = new Text("这是文件，不是文件夹", "it is a file, not a folder");
    private static final Text NOT_EMPTY = new Text("文件夹不是空的", "the folder is not empty");
    private static final Text READ_ONLY = new Text("该文件系统是只读的", "the file system is read-only");

    /** What the operating system says where Java has no type of its own for it; Windows words some of it differently. */
    private static final List<Said> SAID = List.of(
            new Said("No space left", FULL),
            new Said("not enough space", FULL),
            new Said("Is a directory", FOLDER),
            new Said("Not a directory", NO_FOLDER),
            new Said("Permission denied", DENIED),
            new Said("Access is denied", DENIED),
            new Said("No such file", MISSING),
            new Said("cannot find the", MISSING),
            new Said("Read-only file system", READ_ONLY));

    private FileTrouble() {}

    /** What failed, without the file's name and without names of Java; what the library said where it is no usual failure. */
    public static Text words(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return MISSING;
        } else if (failure instanceof AccessDeniedException) {
            return DENIED;
        } else if (failure instanceof FileAlreadyExistsException) {
            return EXISTS;
        } else if (failure instanceof NotDirectoryException) {
            return NO_FOLDER;
        } else if (failure instanceof DirectoryNotEmptyException) {
            return NOT_EMPTY;
        }
        String said = said(failure);
        return SAID.stream()
                .filter(usual -> said.contains(usual.words()))
                .map(Said::meaning)
                .findFirst()
                .orElseGet(() -> otherwise(failure, said));
    }

    private static String said(IOException failure) {
        String said = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return said == null ? "" : said;
    }

    private static Text otherwise(IOException failure, String said) {
        if (!said.isBlank()) {
            return Text.same(said);
        }
        return failure instanceof FileNotFoundException
                ? MISSING
                : new Text("读写失败，原因未知", "reading or writing failed for a reason that is not known");
    }

    private record Said(String words, Text meaning) {}
}
