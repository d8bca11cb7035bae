package org.plumbline.bag;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths as manifests hold them: {@code /} between the parts, CR, LF and % encoded (RFC 8493, 2.1.3). */
final class BagPath {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern STRAY = Pattern.compile("%(?!0A|0D|25)");

    private BagPath() {}

    static String encode(String path) {
        return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    }

    /** Empty where a % begins none of the three codes. */
    static Optional<String> decode(String written) {
        return STRAY.matcher(written).find()
                ? Optional.empty()
                : Optional.of(written.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%"));
    }

    /** Whether it stays inside the bag on every system (RFC 8493, 5.1). */
    static boolean isInside(String path) {
        return !path.startsWith("~")
                && !path.contains("\\")
                && !path.contains("\0")
                && !DRIVE.matcher(path).matches()
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }
}
