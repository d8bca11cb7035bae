package org.plumbline.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plumbline.capture.Recorder;
import org.plumbline.channel.Value;
import org.plumbline.results.SampleRun;
import org.plumbline.run.RunPlan;
import org.plumbline.text.Language;
import org.plumbline.timeline.Observation;
import org.plumbline.verdict.Verdict;

/** A bundle as a run leaves it, and what somebody may do to it afterwards. */
record SealedBundle(Path folder) {

    static final List<String> INPUTS = List.of(
            "data/inputs/standard.yaml",
            "data/inputs/bench.yaml",
            "data/inputs/device.yaml",
            "data/inputs/10-hold.zh-CN.feature");

    static SealedBundle in(Path folder) throws IOException {
        SealedBundle bundle = unsealed(folder);
        Evidence.in(Language.EN).runFinished(SampleRun.in(folder, Verdict.PASS, Verdict.FAIL));
        return bundle;
    }

    /** What the run has written before it ends. */
    static SealedBundle unsealed(Path folder) throws IOException {
        SealedBundle bundle = new SealedBundle(folder);
        for (String input : INPUTS) {
            bundle.write(input, "content of " + input + "\n");
        }
        record(folder);
        return bundle;
    }

    private static void record(Path folder) {
        RunPlan plan = SampleRun.in(folder, Verdict.PASS).plan();
        RunPlan withInputs = new RunPlan(
                plan.id(),
                plan.suite(),
                plan.started(),
                plan.driver(),
                plan.standard(),
                plan.bench(),
                plan.scenarios(),
                plan.leftOut(),
                folder,
                folder.resolve("data/inputs"));
        try (Recorder recorder = Recorder.open(withInputs)) {
            recorder.accept(new Observation.Sample(1_000, "depth", new Value.Numeric(0.5)));
        }
    }

    SealedBundle write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
        return this;
    }

    String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    SealedBundle replace(String path, String from, String to) throws IOException {
        String text = read(path);
        if (!text.contains(from)) {
            throw new IllegalStateException(path + " has no " + from);
        }
        return write(path, text.replace(from, to));
    }

    SealedBundle remove(String path) throws IOException {
        Files.delete(folder.resolve(path));
        return this;
    }

    /** Every file, by path. */
    Map<String, Path> files() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        }
        return files;
    }

    /** Makes the checksums fit again, as a forger would. */
    SealedBundle forge() throws IOException {
        manifest("manifest-sha256.txt", true);
        return forgeTags();
    }

    /** Makes the checksums of the files beside {@code data} fit again. */
    SealedBundle forgeTags() throws IOException {
        manifest("tagmanifest-sha256.txt", false);
        return this;
    }

    private void manifest(String name, boolean payload) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Path> file : files().entrySet()) {
            if (file.getKey().startsWith("data/") == payload && !file.getKey().equals("tagmanifest-sha256.txt")) {
                lines.append(sha256(file.getValue()))
                        .append("  ")
                        .append(file.getKey())
                        .append('\n');
            }
        }
        write(name, lines.toString());
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bundle as a .zip, each name behind that prefix. */
    Path zip(Path file, String prefix) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Path> entry : files().entrySet()) {
                zip.putNextEntry(new ZipEntry(prefix + entry.getKey()));
                Files.copy(entry.getValue(), zip);
            }
        }
        return file;
    }
}
