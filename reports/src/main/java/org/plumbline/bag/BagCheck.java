package org.plumbline.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.plumbline.error.FileTrouble;
import org.plumbline.text.Text;

/** Completeness and integrity of a bag (RFC 8493, 3): every file is listed, every listed file is there and unchanged. */
public final class BagCheck {

    private static final int SMALL = 64 << 20;

    private final Tree tree;
    private final List<Text> findings = new ArrayList<>();

    private BagCheck(Tree tree) {
        this.tree = tree;
        this.findings.addAll(tree.oddities());
    }

    /** What is wrong, one sentence each, naming the file; empty where nothing is. */
    public static List<Text> of(Tree tree) {
        BagCheck check = new BagCheck(tree);
        check.declaration();
        check.manifest(Bag.MANIFEST, path -> path.startsWith(Bag.PAYLOAD));
        check.manifest(Bag.TAG_MANIFEST, path -> !path.startsWith(Bag.PAYLOAD) && !path.equals(Bag.TAG_MANIFEST));
        check.oxum();
        return List.copyOf(check.findings);
    }

    private void declaration() {
        text(Bag.DECLARATION).filter(text -> !text.equals(Bag.DECLARED)).ifPresent(text -> {
            String first = text.lines().findFirst().orElse("");
            findings.add(
                    first.equals("BagIt-Version: 1.0")
                            ? new Text("%s：不是 RFC 8493 规定的两行", "%s: not the two lines of RFC 8493")
                                    .with(Bag.DECLARATION)
                            : new Text(
                                            "%s：版本应为 BagIt-Version: 1.0，实为“%s”",
                                            "%s: the version should be BagIt-Version: 1.0, but it is \"%s\"")
                                    .with(Bag.DECLARATION, first));
        });
    }

    private void manifest(String name, Predicate<String> listed) {
        text(name).map(text -> Manifest.parse(name, text, listed)).ifPresent(manifest -> {
            findings.addAll(manifest.findings());
            manifest.digests().forEach((path, digest) -> compare(name, path, digest));
            tree.sizes().keySet().stream()
                    .filter(listed)
                    .filter(path -> !manifest.digests().containsKey(path))
                    .map(path -> new Text("%s：未列在 %s 中", "%s: not listed in %s").with(path, name))
                    .forEach(findings::add);
        });
    }

    private void compare(String manifest, String path, String digest) {
        if (!tree.sizes().containsKey(path)) {
            findings.add(new Text("%s：列在 %s 中，但文件缺失", "%s: listed in %s but missing").with(path, manifest));
            return;
        }
        try (InputStream in = tree.open(path)) {
            if (!Sha256.of(in).equals(digest)) {
                findings.add(new Text(
                                "%s：封存后被改动（SHA-256 与 %s 不符）",
                                "%s: changed since it was sealed (SHA-256 is not that of %s)")
                        .with(path, manifest));
            }
        } catch (IOException e) {
            unreadable(path, e);
        }
    }

    private void oxum() {
        text(Bag.INFO).map(BagInfo::parse).ifPresent(info -> {
            List<String> said = info.values("Payload-Oxum");
            if (!said.equals(List.of(tree.oxum()))) {
                findings.add(new Text("%s：Payload-Oxum 应为 %s，实为“%s”", "%s: Payload-Oxum should be %s, but it is \"%s\"")
                        .with(Bag.INFO, tree.oxum(), String.join(", ", said)));
            }
        });
    }

    private Optional<String> text(String path) {
        if (!tree.sizes().containsKey(path)) {
            findings.add(new Text("%s：缺失", "%s: missing").with(path));
            return Optional.empty();
        }
        try {
            return Optional.of(tree.text(path, SMALL));
        } catch (CharacterCodingException e) {
            findings.add(new Text("%s：不是 UTF-8 文本", "%s: not UTF-8 text").with(path));
        } catch (IOException e) {
            unreadable(path, e);
        }
        return Optional.empty();
    }

    private void unreadable(String path, IOException e) {
        findings.add(new Text("%s：无法读取：%s", "%s: cannot be read: %s").with(path, FileTrouble.words(e)));
    }
}
