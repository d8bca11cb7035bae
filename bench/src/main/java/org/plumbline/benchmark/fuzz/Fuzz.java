package org.plumbline.benchmark.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.specimen.Specimen;
import org.plumbline.specimen.Specimens;

/**
 * Gives every codec's decoder inputs that Jazzer makes from good frames: one in fifty is guided by the code that it
 * reaches, which takes time; the others are mutations of what those have grown.
 */
public final class Fuzz {

    private static final String USAGE = """
            bench/fuzz [INPUTS [SEED]]   10,000,000 inputs over all codecs, seed 1
            Jazzer prints seed and count of its two rounds. An input that breaks a promise ends it with 77 and is saved as
            bench/target/fuzz/crash-*; bench/fuzz replay FILE runs it again.""";

    private static final long GUIDED = 50;

    private Fuzz() {}

    /** The arguments are the number of inputs and the seed; or {@code replay} and a saved input. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            System.out.println(USAGE);
            return;
        }
        if (words.size() == 2 && words.get(0).equals("replay")) {
            FuzzTarget.fuzzerTestOneInput(Files.readAllBytes(Path.of(words.get(1))));
            System.out.println("every promise kept");
            return;
        }
        long inputs = words.isEmpty() ? 10_000_000 : Long.parseLong(words.get(0));
        String seed = words.size() > 1 ? words.get(1) : "1";
        Path folder = Files.createDirectories(Path.of("target", "fuzz"));
        Path corpus = seeds(Files.createTempDirectory(folder, "corpus"));
        int code = jazzer(folder, corpus, inputs / GUIDED, seed, true);
        code = code == 0 ? jazzer(folder, corpus, inputs - inputs / GUIDED, seed, false) : code;
        if (code == 0) {
            System.out.printf("%,d inputs, seed %s: every promise kept%n", inputs, seed);
        }
        System.exit(code);
    }

    private static int jazzer(Path folder, Path corpus, long inputs, String seed, boolean guided)
            throws IOException, InterruptedException {
        Process jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzTarget.class.getName(),
                        "--instrumentation_includes=org.plumbline.**",
                        "--instrumentation_excludes=org.plumbline.modbus.Crc16",
                        "--hooks=" + guided,
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_len=512",
                        "-runs=" + inputs,
                        "-seed=" + seed,
                        corpus.toString())
                .inheritIO()
                .start();
        return jazzer.waitFor();
    }

    private static Path seeds(Path folder) throws IOException {
        List<Specimen> all = Specimens.all();
        for (int i = 0; i < all.size(); i++) {
            ByteArrayOutputStream frames = new ByteArrayOutputStream();
            for (byte[] frame : all.get(i).frames()) {
                frames.writeBytes(frame);
            }
            Files.write(folder.resolve(Integer.toString(i)), FuzzTarget.input(i, frames.toByteArray()));
        }
        return folder;
    }
}
