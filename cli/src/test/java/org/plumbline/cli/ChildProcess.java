package org.plumbline.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecords;
import org.plumbline.simulation.GrowingCapture;

/** The command line in a process of its own, with its output in a file. */
final class ChildProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    ChildProcess(Path output, Map<String, String> environment, String... arguments) throws IOException {
        this(output, List.of(), environment, arguments);
    }

    /** @param through a command that starts it */
    ChildProcess(Path output, List<String> through, Map<String, String> environment, String... arguments)
            throws IOException {
        this.output = output;
        List<String> command = new ArrayList<>(through);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // over before a second compilation pays: half the processor time
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /**
     * What starts a command without the capabilities that let root pass over permissions, nothing where nobody is root; skips the
     * test where nothing does.
     */
    static List<String> mortal() throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        String capabilities = "-dac_override,-dac_read_search";
        List<String> through = List.of("setpriv", "--bounding-set", capabilities, "--inh-caps", capabilities);
        assumeThat(Files.isExecutable(Path.of("/usr/bin/setpriv")))
                .as("setpriv")
                .isTrue();
        List<String> nothing =
                Stream.concat(through.stream(), Stream.of("true")).toList();
        assumeThat(new ProcessBuilder(nothing).start().waitFor()).as("setpriv").isZero();
        return through;
    }

    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean goesOn() {
        return process.isAlive();
    }

    /** Its capture, once that has so many bytes. */
    Path awaitCapture(Path out, long bytes) {
        try {
            return GrowingCapture.await(out, bytes, process::isAlive);
        } catch (IOException e) {
            throw new AssertionError(e.getMessage() + ":\n" + output(), e);
        }
    }

    /** Its capture, once a sample of a signal is in it. */
    Path awaitSample(Path out, String signal) {
        Path capture = awaitCapture(out, 0);
        Awaitility.await("a sample of " + signal)
                .atMost(PATIENCE)
                .until(() -> !process.isAlive() || hasSample(capture, signal));
        return capture;
    }

    private static boolean hasSample(Path capture, String signal) throws IOException {
        Set<Integer> channels = new HashSet<>();
        try (McapReader reader = McapReader.open(capture, McapReaderOptions.forRecovery())) {
            McapRecords records = reader.records();
            for (McapRecord record = records.next(); record != null; record = records.next()) {
                if (record instanceof McapRecord.Channel channel
                        && channel.topic().equals("/signals/" + signal)) {
                    channels.add(channel.id());
                } else if (record instanceof McapRecord.Message message && channels.contains(message.channel())) {
                    return true;
                }
            }
            return false;
        }
    }

    void awaitOutput(String text) {
        Awaitility.await(text).atMost(PATIENCE).until(() -> !process.isAlive() || output().contains(text));
        if (!output().contains(text)) {
            throw new AssertionError("ended without \"" + text + "\":\n" + output());
        }
    }

    /** As Ctrl-C does on a terminal. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    void kill() {
        process.destroyForcibly();
    }

    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
