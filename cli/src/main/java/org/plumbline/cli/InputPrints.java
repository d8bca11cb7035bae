package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plumbline.yaml.YamlFile;

/**
 * What a run is judged against.
 *
 * @param revision that of standard.yaml
 * @param sha256 of standard.yaml, bench.yaml, device.yaml and each feature file, by name, in lower-case hexadecimal
 */
record InputPrints(String revision, Map<String, String> sha256) {

    static final String STANDARD = "standard.yaml";
    static final String BENCH = "bench.yaml";
    static final String DEVICE = "device.yaml";

    private static final Set<String> NAMES = Set.of(STANDARD, BENCH, DEVICE);

    /** Of a folder of inputs. */
    static InputPrints of(Path inputs) throws IOException {
        Map<String, String> sha256 = new TreeMap<>();
        try (Stream<Path> files = Files.list(inputs)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (NAMES.contains(name) || name.endsWith(".feature")) {
                    sha256.put(name, sha256(Files.readAllBytes(file)));
                }
            }
        }
        String revision = sha256.containsKey(STANDARD)
                ? YamlFile.read(inputs.resolve(STANDARD)).text("revision", "–")
                : "–";
        return new InputPrints(revision, sha256);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The names of both, the standard first. */
    static List<String> names(InputPrints then, InputPrints now) {
        return Stream.concat(
                        Stream.of(STANDARD),
                        Stream.concat(then.sha256.keySet().stream(), now.sha256.keySet().stream())
                                .sorted())
                .distinct()
                .toList();
    }

    /** Empty for all but the standard. */
    String revision(String name) {
        return name.equals(STANDARD) ? revision : "";
    }

    /** A dash where there is no such file. */
    String sha256(String name) {
        return sha256.getOrDefault(name, "–");
    }
}
