package org.plumbline.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.plumbline.text.Text;

/** A bag in a .zip, at its root or in its one top folder. Nothing is unpacked to disk. */
final class ZipTree implements Tree {

    private final ZipFile zip;
    private final String top;
    private final SortedMap<String, Long> sizes = new TreeMap<>();
    private final Map<String, ZipEntry> entries = new TreeMap<>();
    private final List<Text> oddities = new ArrayList<>();

    ZipTree(Path file, ZipLimits limits) throws IOException {
        zip = new ZipFile(file.toFile());
        try {
            List<? extends ZipEntry> all =
                    zip.stream().filter(entry -> !entry.isDirectory()).toList();
            limits.check(zip.size(), all.stream().mapToLong(ZipEntry::getSize).sum(), Files.size(file));
            top = top(all);
            all.forEach(this::add);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** The folder that the bag's own files lie in; with two bags in one .zip the first counts, the rest is outside. */
    private static String top(List<? extends ZipEntry> all) {
        return all.stream()
                .map(ZipEntry::getName)
                .filter(name -> Markers.NAMES.contains(name.substring(name.indexOf('/') + 1)))
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private void add(ZipEntry entry) {
        String name = entry.getName();
        if (!BagPath.isInside(name) || !name.startsWith(top)) {
            oddities.add(new Text("%s：位于证据包之外", "%s: lies outside the bundle").with(name));
            return;
        }
        String path = name.substring(top.length());
        if (sizes.putIfAbsent(path, entry.getSize()) != null) {
            oddities.add(new Text("%s：在 .zip 中重复出现", "%s: is in the .zip twice").with(name));
        }
        entries.putIfAbsent(path, entry);
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
        ZipEntry entry = entries.get(path);
        if (entry == null) {
            throw new IOException("no entry " + path);
        }
        return new BoundedStream(zip.getInputStream(entry), entry.getSize());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
