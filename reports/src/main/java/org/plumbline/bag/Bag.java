package org.plumbline.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.plumbline.error.HarnessException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** A folder whose files cannot change unseen (RFC 8493): payload below {@code data/}, checksums in two manifests. */
public final class Bag {

    /** The bag declaration (RFC 8493, 2.1.1). */
    public static final String DECLARATION = "bagit.txt";

    /** Who made the bag, when and of what (RFC 8493, 2.2.2). */
    public static final String INFO = "bag-info.txt";

    /** Checksums of the payload; {@code sha256sum -c} reads it (RFC 8493, 2.1.3). */
    public static final String MANIFEST = "manifest-sha256.txt";

    /** Checksums of every other file but itself (RFC 8493, 2.2.1). Written last: without it a bag is not sealed. */
    public static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    static final String PAYLOAD = "data/";
    static final String DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private Bag() {}

    /**
     * Seals a folder that holds {@code data/} and further files beside it.
     *
     * @param info what bag-info.txt says; Payload-Oxum is added
     * @throws IOException where a file cannot be read or written
     * @throws HarnessException where the folder holds a link, or a name that no manifest can hold safely
     */
    public static void seal(Path folder, BagInfo info) throws IOException {
        write(folder, DECLARATION, DECLARED);
        try (Tree payload = plain(folder)) {
            write(folder, INFO, info.with("Payload-Oxum", payload.oxum()).toString());
            write(folder, MANIFEST, manifest(payload, path -> path.startsWith(PAYLOAD)));
        }
        try (Tree all = plain(folder)) {
            write(folder, TAG_MANIFEST, manifest(all, path -> !path.startsWith(PAYLOAD) && !path.equals(TAG_MANIFEST)));
        }
    }

    private static Tree plain(Path folder) throws IOException {
        Tree tree = new FolderTree(folder);
        if (!tree.oddities().isEmpty()) {
            throw new HarnessException(Problem.of(
                    tree.oddities().get(0),
                    new Text("证据包只能包含普通文件，请移走后重新运行", "a bundle holds plain files only: take it away and run again")));
        }
        return tree;
    }

    private static String manifest(Tree tree, Predicate<String> listed) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String path : tree.sizes().keySet()) {
            if (listed.test(path)) {
                try (InputStream in = tree.open(path)) {
                    lines.append(Manifest.line(Sha256.of(in), path));
                }
            }
        }
        return lines.toString();
    }

    /** Whole, so that a run that is killed leaves no half manifest. */
    private static void write(Path folder, String name, String text) throws IOException {
        WholeFile.write(folder.resolve(name), part -> Files.writeString(part, text, StandardCharsets.UTF_8));
    }
}
