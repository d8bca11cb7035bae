package org.plumbline.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plumbline.bag.Tree;
import org.plumbline.capture.Capture;
import org.plumbline.capture.CapturedInputs;
import org.plumbline.error.FileTrouble;
import org.plumbline.text.Text;

/**
 * The inputs in a run's folder, which anybody can edit, held against those that its capture carries: by name and byte for
 * byte.
 */
final class RecordedInputs {

    private static final String FOLDER = "data/inputs/";

    /** Where a recovery keeps what lay among the inputs in the place of what was recorded. */
    static final String FOUND = "data/inputs-found/";

    private static final int MOST = 256 << 20;

    private RecordedInputs() {}

    /**
     * Adds how the inputs of a bundle differ from those in its captures: one sentence for each that does. What is said to be
     * damaged already is left out.
     */
    static void check(Tree tree, List<Text> findings) {
        try {
            for (String path : tree.sizes().keySet()) {
                if (path.startsWith(Chains.FOLDER) && path.endsWith(Chains.CAPTURE) && !isNamed(path, findings)) {
                    check(tree, path, findings);
                }
            }
        } catch (IOException e) {
            findings.add(new Text("data/inputs：无法读取：%s", "data/inputs: cannot be read: %s").with(FileTrouble.words(e)));
        }
    }

    private static void check(Tree tree, String path, List<Text> findings) throws IOException {
        Map<String, byte[]> there = new TreeMap<>();
        for (String input : tree.sizes().keySet()) {
            if (input.startsWith(FOLDER)) {
                there.put(input.substring(FOLDER.length()), tree.bytes(input, MOST));
            }
        }
        try (InputStream capture = tree.open(path)) {
            differences(Capture.inputsOf(capture), there, path).forEach((file, difference) -> {
                if (!isNamed(file, findings)) {
                    findings.add(difference);
                }
            });
        }
    }

    private static boolean isNamed(String path, List<Text> findings) {
        return findings.stream().anyMatch(finding -> finding.en().startsWith(path + ": "));
    }

    private static Map<String, Text> differences(CapturedInputs inputs, Map<String, byte[]> there, String capture) {
        Map<String, byte[]> recorded = inputs.files();
        Map<String, Text> differences = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(recorded.keySet());
        names.addAll(inputs.whole() ? there.keySet() : Set.of());
        for (String name : names) {
            Text difference = !there.containsKey(name)
                    ? new Text("缺少此文件，而 %s 中有", "missing, though %s has it")
                    : !recorded.containsKey(name)
                            ? new Text("%s 中没有此文件", "not in %s")
                            : new Text("与 %s 中记录的不同", "not what was recorded in %s");
            if (!Arrays.equals(recorded.get(name), there.get(name))) {
                Text what = difference.with(capture);
                differences.put(
                        FOLDER + name, new Text(FOLDER + name + "：" + what.zh(), FOLDER + name + ": " + what.en()));
            }
        }
        return differences;
    }

    /**
     * Puts the inputs that a capture carries in the place of others. Those stay in {@value #FOUND}, so that a recovery that
     * is cut short and done again says the same.
     *
     * @param damaged whether the capture may lack some: what it does not have then stays among the inputs
     * @return how they differed
     */
    static List<Text> restore(Path folder, Path capture, boolean damaged) throws IOException {
        CapturedInputs captured = captured(capture, damaged);
        Map<String, byte[]> recorded = captured.files();
        Path inputs = Files.createDirectories(folder.resolve(FOLDER));
        Path found = folder.resolve(FOUND);
        for (Map.Entry<String, byte[]> file : files(inputs).entrySet()) {
            byte[] right = recorded.get(file.getKey());
            if (right == null ? captured.whole() : !Arrays.equals(right, file.getValue())) {
                Files.move(
                        inputs.resolve(file.getKey()),
                        Files.createDirectories(found).resolve(file.getKey()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Map<String, byte[]> there = files(inputs);
        for (Map.Entry<String, byte[]> file : recorded.entrySet()) {
            if (!there.containsKey(file.getKey())) { // what is there is right, and may be write-protected
                Files.write(inputs.resolve(file.getKey()), file.getValue());
            }
        }
        there.putAll(files(found));
        return List.copyOf(differences(captured, there, String.valueOf(capture.getFileName()))
                .values());
    }

    private static CapturedInputs captured(Path capture, boolean damaged) throws IOException {
        try (InputStream in = Files.newInputStream(capture)) {
            CapturedInputs captured = Capture.inputsOf(in);
            Map<String, byte[]> files = new TreeMap<>();
            captured.files()
                    .forEach((name, bytes) ->
                            files.put(String.valueOf(Path.of(name).getFileName()), bytes));
            return new CapturedInputs(files, captured.whole() && !damaged);
        }
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> listed = Files.list(folder)) {
                for (Path file : listed.filter(Files::isRegularFile).toList()) {
                    files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
