package org.plumbline.benchmark.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.plumbline.specimen.Examination;
import org.plumbline.specimen.Mutation;
import org.plumbline.specimen.Specimen;

/**
 * Gives every codec's decoder inputs that are made from good frames: one in fifty by Jazzer, guided by the code that it
 * reaches, which takes time; the others are mutations of those that Jazzer kept because they reached more of it.
 */
public final class Fuzz {

    private static final String USAGE = """
            bench/fuzz [INPUTS [SEED [CODEC]]]   10,000,000 inputs, seed 1, each codec in turn
            Seed and count of both rounds are printed. An input that breaks a promise ends it with 77 and is saved as
            bench/target/fuzz/crash-*; bench/fuzz replay FILE [CODEC] runs it again.""";

    private static final long GUIDED = 50;

    /** In bytes, of one input in so many: shorter ones could not show that too many wait. Jazzer makes none longer than its seeds. */
    private static final int LONG = 4 * Examination.MOST_WAITING;

    private static final long EACH = 1000;

    private static final int BROKEN = 77;

    private Fuzz() {}

    /** The arguments are the number of inputs, the seed and a codec; or {@code replay}, a saved input and the codec. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            System.out.println(USAGE);
            return;
        }
        if (words.size() > 2) {
            System.setProperty(FuzzTarget.CODEC, words.get(2));
        }
        if (FuzzTarget.specimens().isEmpty()) {
            System.err.println("no codec " + words.get(2) + "\n" + USAGE);
            System.exit(2);
        }
        if (words.size() > 1 && words.get(0).equals("replay")) {
            FuzzTarget.fuzzerTestOneInput(Files.readAllBytes(Path.of(words.get(1))));
            System.out.println("every promise kept");
            return;
        }
        long inputs = words.isEmpty() ? 10_000_000 : Long.parseLong(words.get(0));
        long seed = words.size() > 1 ? Long.parseLong(words.get(1)) : 1;
        if (words.size() < 3) {
            System.exit(each(inputs, seed));
        }
        Path folder = Files.createDirectories(Path.of("target", "fuzz"));
        Path corpus = seeds(Files.createTempDirectory(folder, "corpus"));
        int code = guided(folder, corpus, inputs / GUIDED, seed);
        System.exit(code == 0 ? mutated(folder, corpus, inputs - inputs / GUIDED, seed) : code);
    }

    /** In a process of its own, since what is examined is chosen once for each. */
    private static int each(long inputs, long seed) throws IOException, InterruptedException {
        for (String codec : FuzzTarget.codecs()) {
            System.out.printf("%s: %,d inputs%n", codec, inputs);
            int code = new ProcessBuilder(
                            java(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Fuzz.class.getName(),
                            Long.toString(inputs),
                            Long.toString(seed),
                            codec)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int guided(Path folder, Path corpus, long inputs, long seed)
            throws IOException, InterruptedException {
        Process jazzer = new ProcessBuilder(
                        java(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-D" + FuzzTarget.CODEC + "=" + System.getProperty(FuzzTarget.CODEC, ""),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzTarget.class.getName(),
                        "--instrumentation_includes=org.plumbline.**",
                        "--instrumentation_excludes=org.plumbline.modbus.Crc16",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-runs=" + inputs,
                        "-seed=" + seed,
                        corpus.toString())
                .inheritIO()
                .start();
        return jazzer.waitFor();
    }

    private static int mutated(Path folder, Path corpus, long inputs, long seed) throws IOException {
        List<byte[]> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.sorted().toList()) {
                kept.add(Files.readAllBytes(file));
            }
        }
        System.out.printf("%,d mutations of %,d inputs, seed %d%n", inputs, kept.size(), seed);
        Random random = new Random(seed);
        long start = System.nanoTime();
        for (long i = 0; i < inputs; i++) {
            byte[] input = mutation(kept.get(random.nextInt(kept.size())), i % EACH == 0 ? LONG : 0, random);
            try {
                FuzzTarget.fuzzerTestOneInput(input);
            } catch (RuntimeException | Error e) {
                Path saved = Files.write(folder.resolve("crash-" + seed + "-" + i), input);
                System.out.printf("input %,d breaks a promise, saved as %s: %s%n", i, saved, e);
                return BROKEN;
            }
        }
        System.out.printf(
                "%,d inputs were run in %,d s, every promise kept; %,d frames, %,d errors%n",
                inputs,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                FuzzTarget.frames(),
                FuzzTarget.errors());
        return 0;
    }

    /**
     * Of the bytes behind the head, so that the specimen stays, or of its frames, which then get past their check values; the other
     * way to cut them is by chance.
     */
    private static byte[] mutation(byte[] input, int atLeast, Random random) {
        if (input.length <= FuzzTarget.HEAD) {
            return input;
        }
        Specimen specimen = FuzzTarget.specimen(input);
        byte[] good = Arrays.copyOfRange(input, FuzzTarget.HEAD, input.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        do {
            bytes.writeBytes(
                    specimen.isChecked() && random.nextBoolean()
                            ? Mutation.of(specimen, random)
                            : Mutation.of(good, random));
        } while (bytes.size() < atLeast);
        return FuzzTarget.input(input[0], random.nextInt(256), bytes.toByteArray());
    }

    private static Path seeds(Path folder) throws IOException {
        List<Specimen> all = FuzzTarget.specimens();
        for (int i = 0; i < all.size(); i++) {
            ByteArrayOutputStream frames = new ByteArrayOutputStream();
            for (byte[] frame : all.get(i).frames()) {
                frames.writeBytes(frame);
            }
            Files.write(folder.resolve(Integer.toString(i)), FuzzTarget.input(i, 0xFF, frames.toByteArray()));
        }
        return folder;
    }
}
