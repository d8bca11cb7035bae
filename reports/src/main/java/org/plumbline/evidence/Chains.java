package org.plumbline.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SyncFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.bag.Bag;
import org.plumbline.bag.BagInfo;
import org.plumbline.bag.Tree;
import org.plumbline.capture.CaptureChain;
import org.plumbline.capture.ChainCheck;
import org.plumbline.text.Text;

/**
 * The hash chains of a bundle's captures. bag-info.txt says how each of them ended when the bundle was sealed, also one
 * without an end: that of a capture that could not be written further, and that of a killed run.
 */
final class Chains {

    /** The label in bag-info.txt: file, links, last digest, and {@code open} for a chain without an end. */
    static final String LABEL = "Capture-Chain";

    /** What a recovered capture's original is called, after its name. */
    static final String PART = ".part";

    static final String FOLDER = "data/capture/";
    static final String CAPTURE = ".mcap";

    private Chains() {}

    /**
     * Has the disk itself hold the captures of a run's folder and their chains, before they are sealed: all else can be made
     * of them again after a power cut.
     */
    static void force(Path folder) throws IOException {
        for (Path file : files(folder)) {
            sync(file);
        }
    }

    /** Evidence that is write-protected was found so: where the system syncs only what may be written, as Windows, it is left. */
    private static void sync(Path file) throws IOException {
        boolean writable = Files.isWritable(file);
        // not by channel: an interrupted thread would close it
        try (RandomAccessFile written = new RandomAccessFile(file.toFile(), writable ? "rw" : "r")) {
            written.getFD().sync();
        } catch (SyncFailedException e) {
            if (writable) {
                throw e;
            }
        }
    }

    /** What bag-info.txt is to say of the captures in a run's folder. */
    static BagInfo describe(BagInfo info, Path folder) throws IOException {
        BagInfo described = info;
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            if (isCapture(name) && Files.exists(CaptureChain.beside(file))) {
                described = described.with(LABEL, line(name, CaptureChain.check(file)));
            }
        }
        return described;
    }

    private static List<Path> files(Path folder) throws IOException {
        Path captures = folder.resolve(FOLDER);
        if (!Files.isDirectory(captures)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(captures)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What is wrong with the captures of a sealed bundle, and with what bag-info.txt says of them. */
    static List<Text> check(Tree tree, BagInfo info) throws IOException {
        List<Text> findings = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String path : tree.sizes().keySet()) {
            String chain = path + CaptureChain.SUFFIX;
            if (path.startsWith(FOLDER) && isCapture(path)) {
                if (tree.sizes().containsKey(chain)) {
                    lines.add(check(tree, path, findings));
                } else {
                    findings.addAll(CaptureChain.missing(path).findings());
                }
            }
        }
        List<String> said = info.values(LABEL);
        if (!said.equals(lines)) {
            findings.add(new Text("%s：%s 应为“%s”，实为“%s”", "%s: %s should be \"%s\", but it is \"%s\"")
                    .with(Bag.INFO, LABEL, String.join(", ", lines), String.join(", ", said)));
        }
        return findings;
    }

    private static String check(Tree tree, String path, List<Text> findings) throws IOException {
        try (InputStream capture = tree.open(path);
                InputStream chain = tree.open(path + CaptureChain.SUFFIX)) {
            ChainCheck check = CaptureChain.check(path, capture, chain);
            findings.addAll(check.findings());
            return line(path.substring(FOLDER.length()), check);
        }
    }

    private static boolean isCapture(String name) {
        return name.endsWith(CAPTURE) || name.endsWith(CAPTURE + PART);
    }

    private static String line(String name, ChainCheck check) {
        return name + " " + check.links() + " " + check.digest() + (check.ended() ? "" : " open");
    }
}
