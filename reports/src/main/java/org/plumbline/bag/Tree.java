package org.plumbline.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** The files of a bag, in a folder or in a .zip, read without unpacking. Not thread-safe. */
public sealed interface Tree extends AutoCloseable permits FolderTree, ZipTree {

    /** Bytes of each plain file by path, {@code /} between the parts, in the order of the paths. */
    SortedMap<String, Long> sizes();

    /** What lies there and is no plain file of the bag: links, names that lead outside. */
    List<Text> oddities();

    /** The content of a file; throws where it turns out longer than {@link #sizes} says. */
    InputStream open(String path) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * The files of a bag.
     *
     * @throws InputException where there is no bag: neither a folder nor a .zip, or one without a declaration and
     *     manifests
     */
    static Tree of(Path folderOrZip) {
        try {
            Tree tree = Files.isDirectory(folderOrZip)
                    ? new FolderTree(folderOrZip)
                    : new ZipTree(folderOrZip, ZipLimits.USUAL);
            if (Markers.in(tree.sizes().keySet())) {
                return tree;
            }
            tree.close();
            throw Markers.none(folderOrZip);
        } catch (IOException e) {
            throw new InputException(
                    new Problem(
                            Place.of(folderOrZip.toString()),
                            new Text("无法作为文件夹或 .zip 读取：%s", "cannot be read as a folder or a .zip: %s")
                                    .with(FileTrouble.words(e)),
                            new Text(
                                    "请给出 plumbline run 最后一行打印的文件夹，或其 .zip",
                                    "name the folder that plumbline run printed as its last line, or a .zip of it")),
                    e);
        }
    }

    /**
     * A small file as text.
     *
     * @throws java.nio.charset.CharacterCodingException where it is not UTF-8
     * @throws IOException where it is longer than {@code most} bytes or cannot be read
     */
    default String text(String path, int most) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(path, most)))
                .toString();
    }

    /**
     * A small file as bytes.
     *
     * @throws IOException where it is longer than {@code most} bytes or cannot be read
     */
    default byte[] bytes(String path, int most) throws IOException {
        try (InputStream in = open(path)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new IOException("longer than " + most + " bytes");
            }
            return bytes;
        }
    }

    /** {@code octets.files} of the payload (RFC 8493, 2.2.2). */
    default String oxum() {
        SortedMap<String, Long> payload = sizes().subMap(Bag.PAYLOAD, Bag.PAYLOAD + Character.MAX_VALUE);
        return payload.values().stream().mapToLong(Long::longValue).sum() + "." + payload.size();
    }
}
