package org.plumbline.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.text.Text;

/** A bag in a folder. Links are not followed. */
final class FolderTree implements Tree {

    private final Path root;
    private final SortedMap<String, Long> sizes = new TreeMap<>();
    private final List<Text> oddities = new ArrayList<>();

    FolderTree(Path folder) throws IOException {
        root = folder.toRealPath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                add(file, attributes);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void add(Path file, BasicFileAttributes attributes) {
        String path =
                root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
        if (!attributes.isRegularFile()) {
            oddities.add(
                    new Text("%s：不是普通文件，而是链接或特殊文件", "%s: not a plain file but a link or a special file").with(path));
        } else if (!BagPath.isInside(path)) {
            oddities.add(new Text("%s：文件名不能安全地写入清单", "%s: no manifest can hold this name safely").with(path));
        } else {
            sizes.put(path, attributes.size());
        }
    }

    @Override
    public SortedMap<String, Long> sizes() {
        return sizes;
    }

    @Override
    public List<Text> oddities() {
        return oddities;
    }

    @Override
    public InputStream open(String path) throws IOException {
        return new BoundedStream(Files.newInputStream(root.resolve(path)), sizes.getOrDefault(path, 0L));
    }

    @Override
    public void close() {}
}
