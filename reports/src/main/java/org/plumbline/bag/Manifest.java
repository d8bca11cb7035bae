package org.plumbline.bag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.text.Text;

/**
 * One manifest as it was read. Stricter than RFC 8493 where that lets writers choose (lower-case digits, two spaces, LF),
 * so that no bit of it can change unseen.
 *
 * @param digests SHA-256 by path
 * @param findings what is wrong with its lines
 */
record Manifest(Map<String, String> digests, List<Text> findings) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^\\r]+)");

    static String line(String digest, String path) {
        return digest + "  " + BagPath.encode(path) + "\n";
    }

    /**
     * @param file the manifest's own name, for findings
     * @param mayList the paths that belong into it
     */
    static Manifest parse(String file, String text, Predicate<String> mayList) {
        Map<String, String> digests = new TreeMap<>();
        List<Text> findings = new ArrayList<>();
        if (!text.endsWith("\n")) {
            findings.add(new Text("%s：末行不完整", "%s: the last line is cut off").with(file));
        }
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            read(file + ":" + number, line, mayList, digests).ifPresent(findings::add);
        }
        return new Manifest(digests, findings);
    }

    private static Optional<Text> read(
            String place, String line, Predicate<String> mayList, Map<String, String> digests) {
        Matcher matcher = LINE.matcher(line);
        Optional<String> decoded = matcher.matches() ? BagPath.decode(matcher.group(2)) : Optional.empty();
        if (decoded.isEmpty()) {
            return Optional.of(new Text(
                            "%s：不是“64 位小写十六进制校验和、两个空格、路径”的格式",
                            "%s: not of the form \"64 lower-case hexadecimal digits, two spaces, path\"")
                    .with(place));
        }
        String path = decoded.get();
        if (!BagPath.isInside(path)) {
            return Optional.of(
                    new Text("%s：路径 %s 指向证据包之外", "%s: the path %s leads out of the bundle").with(place, path));
        }
        if (!mayList.test(path)) {
            return Optional.of(
                    new Text("%s：%s 不应列在此清单中", "%s: %s does not belong into this manifest").with(place, path));
        }
        return digests.putIfAbsent(path, matcher.group(1)) == null
                ? Optional.empty()
                : Optional.of(new Text("%s：%s 重复列出", "%s: %s is listed twice").with(place, path));
    }
}
