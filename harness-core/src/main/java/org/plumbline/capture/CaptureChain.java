package org.plumbline.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;

/**
 * The hash chain of a capture, kept in the file {@code run.mcap.chain} while it is recorded. Each line is
 * {@code index offset length sha256}, and the last one ends in {@code end}: a section of the capture and SHA-256 over the
 * digest before it (32 zero bytes before the first) and the section's bytes. A section ends with each chunk, attachment
 * and metadata record; together they cover every byte of the capture. The chain has no key: it shows what was changed
 * without it, not who computed it anew.
 */
public final class CaptureChain {

    /** What the name of the chain's file ends in, after the capture's name. */
    public static final String SUFFIX = ".chain";

    /** What a complete MCAP file ends in. */
    private static final byte[] END = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

    private final String name;
    private final InputStream capture;
    private final List<Text> findings = new ArrayList<>();
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] tail = new byte[END.length];

    private CaptureChain(String name, InputStream capture) {
        this.name = name;
        this.capture = capture;
    }

    /** The file of a capture's chain. */
    public static Path beside(Path capture) {
        return capture.resolveSibling(capture.getFileName() + SUFFIX);
    }

    /**
     * What is wrong with a capture by its chain, one sentence each: what was changed and where, where it was cut off, a
     * chain that is missing, damaged or without an end. Empty where nothing is.
     *
     * @throws IOException where a file that is there cannot be read
     */
    public static List<Text> verify(Path capture) throws IOException {
        return check(capture).allFindings();
    }

    /** The same, with how far the chain goes. */
    public static ChainCheck check(Path capture) throws IOException {
        String name = String.valueOf(capture.getFileName());
        Path chain = beside(capture);
        if (!Files.exists(chain)) {
            return missing(name);
        }
        try (InputStream links = Files.newInputStream(chain);
                InputStream bytes = Files.newInputStream(capture)) {
            return check(name, bytes, links);
        }
    }

    /** What is said of a capture without a chain. */
    public static ChainCheck missing(String name) {
        Text finding = new Text(
                        "%s：缺少哈希链 %s，无法判断原始记录是否被截断或改动",
                        "%s: its hash chain %s is missing: nobody can tell whether it was cut or edited")
                .with(name, name + SUFFIX);
        return new ChainCheck(0, 0, 0, "", false, List.of(finding), null);
    }

    /**
     * Checks a capture from front to back.
     *
     * @param name of the capture, for the findings
     * @param chain the content of the chain's file
     */
    public static ChainCheck check(String name, InputStream capture, InputStream chain) throws IOException {
        return new CaptureChain(name, new BufferedInputStream(capture, 1 << 16)).check(chain);
    }

    private ChainCheck check(InputStream chain) throws IOException {
        ChainLinks links = new ChainLinks(chain);
        byte[] previous = ChainLink.BEFORE_THE_FIRST;
        long whole = 0;
        @Nullable ChainLink brokenFrom = null;
        @Nullable ChainLink brokenTo = null;
        @Nullable ChainLink cut = null;
        for (ChainLink link = links.next(); link != null; link = links.next()) {
            Optional<String> digest = cut == null ? digest(previous, link.length()) : Optional.empty();
            if (digest.isEmpty()) {
                cut = cut == null ? link : cut;
            } else if (digest.get().equals(link.digest())) {
                changed(brokenFrom, brokenTo);
                brokenFrom = null;
                whole = findings.isEmpty() ? link.end() : whole;
            } else {
                brokenFrom = brokenFrom == null ? link : brokenFrom;
                brokenTo = link;
            }
            previous = link.bytes();
        }
        changed(brokenFrom, brokenTo);
        cutAt(cut, links.last());
        if (links.broken()) {
            findings.add(new Text("%s：第 %s 行不是哈希链的下一环", "%s: line %s is not the next link of the hash chain")
                    .with(name + SUFFIX, links.count() + 1));
        }
        return result(links, whole);
    }

    private ChainCheck result(ChainLinks links, long whole) throws IOException {
        long rest = rest();
        @Nullable ChainLink last = links.last();
        boolean closed = last != null && last.last();
        boolean ended = closed && Arrays.equals(tail, END);
        if (closed && rest > 0) {
            findings.add(
                    new Text("%s：哈希链结束之后还有 %s 字节", "%s: %s bytes after the end of the hash chain").with(name, rest));
        } else if (closed && !ended && findings.isEmpty()) {
            findings.add(new Text(
                            "%s：哈希链有结束标记，原始记录却没有结尾：末尾被截去，结束标记是后来写上的",
                            "%s: the hash chain has an end, but the capture has none: its end was cut away, and that of the"
                                    + " chain was written later")
                    .with(name));
        }
        Text open = new Text(
                        "%s：哈希链止于第 %s 段，没有结束标记（其后还有 %s 字节未被覆盖）：记录被强行终止，或末尾被截去",
                        "%s: the hash chain stops after section %s without an end (%s bytes after it are not covered):"
                                + " the recording was killed, or its end was cut away")
                .with(name, links.count(), rest);
        return new ChainCheck(
                links.count(),
                whole,
                rest,
                last == null ? "" : last.digest(),
                ended,
                List.copyOf(findings),
                closed ? null : open);
    }

    /** Over the next bytes; empty where there are not so many. */
    private Optional<String> digest(byte[] previous, long length) throws IOException {
        MessageDigest digest = ChainLink.after(previous);
        long left = length;
        while (left > 0) {
            int count = read((int) Math.min(buffer.length, left));
            if (count < 0) {
                return Optional.empty();
            }
            digest.update(buffer, 0, count);
            left -= count;
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    private long rest() throws IOException {
        long rest = 0;
        for (int count = 0; count >= 0; count = read(buffer.length)) {
            rest += count;
        }
        return rest;
    }

    private int read(int most) throws IOException {
        int count = capture.read(buffer, 0, most);
        int kept = tail.length - Math.min(Math.max(count, 0), tail.length);
        System.arraycopy(tail, tail.length - kept, tail, 0, kept);
        System.arraycopy(buffer, Math.max(count, 0) - (tail.length - kept), tail, kept, tail.length - kept);
        return count;
    }

    private void changed(@Nullable ChainLink from, @Nullable ChainLink to) {
        if (from == null || to == null) {
            return;
        }
        String sections = from == to ? Long.toString(from.index()) : from.index() + "–" + to.index();
        findings.add(new Text(
                        "%s：第 %s 段（字节 %s 至 %s）与记录时不同：被改动、调换或删去",
                        "%s: section %s (bytes %s to %s) is not what was recorded: changed, moved or taken away")
                .with(name, sections, from.offset(), to.end()));
    }

    private void cutAt(@Nullable ChainLink first, @Nullable ChainLink last) {
        if (first == null || last == null) {
            return;
        }
        findings.add(new Text(
                        "%s：在第 %s 段之后（字节 %s 起）被截断；哈希链一直记到字节 %s。计算机断电时也可能如此",
                        "%s: cut off after section %s (at or after byte %s); the hash chain goes on to byte %s. A computer that lost"
                                + " its power can leave that, too")
                .with(name, first.index() - 1, first.offset(), last.end()));
    }
}
