package org.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.plumbline.bag.Bag;
import org.plumbline.capture.Capture;
import org.plumbline.capture.CaptureChain;
import org.plumbline.capture.RecordedPlugins;
import org.plumbline.capture.RecordedRun;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.evidence.BagVerify;
import org.plumbline.results.Results;
import org.plumbline.results.Software;
import org.plumbline.run.Run;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * What there is of a run to judge again.
 *
 * @param inputs a folder with its files, a copy
 * @param file the capture, as its user calls it
 * @param recording what it says of its run
 * @param results its results.json; where only the capture is there, what its own verdicts say
 * @param chained whether a hash chain proves that the capture is what was recorded
 */
record Recorded(Path inputs, Path file, Capture recording, JsonNode results, boolean chained) {

    private static final String CAPTURE = "capture/run.mcap";
    private static final Text ANOTHER_COPY = new Text(
            "未作判定；请使用未被改动的副本，用 plumbline verify 核查",
            "nothing was judged; use a copy that was not changed, and check it with plumbline verify");

    /**
     * A bundle's folder, the same as .zip, the folder of a recording, which is never sealed, or a capture alone, which carries
     * the inputs. Only what is as it was recorded is judged again.
     *
     * @throws InputException where it is none of these, or is damaged, changed, cut off or not sealed
     */
    static Recorded of(Path source) {
        Path work = TemporaryFolder.create("rejudge");
        try {
            if (Files.isDirectory(source)) {
                Path data = source.resolve("data");
                Optional<Capture> recording = finishedRecording(source);
                return recording.isEmpty()
                        ? ofBundle(data, source, work)
                        : ofCapture(data.resolve(CAPTURE), recording.get(), work);
            }
            if (source.toString().endsWith(".zip") && Files.isRegularFile(source)) {
                return ofBundle(unzipped(source, work.resolve("zip")), source, work);
            }
            if (Files.isRegularFile(source)) {
                return ofCapture(source, Capture.read(source), work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw none(source);
    }

    /** Of one that is not sealed; what is wrong with its capture, if anything, is left to others. */
    private static Optional<Capture> finishedRecording(Path folder) {
        if (isSealed(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Capture.read(folder.resolve("data").resolve(CAPTURE)))
                    .filter(Capture::isFinishedRecording);
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static boolean isSealed(Path folder) {
        return Files.exists(folder.resolve(Bag.TAG_MANIFEST));
    }

    private static Recorded ofCapture(Path file, Capture recording, Path work) throws IOException {
        Path inputs = Files.createDirectories(work.resolve("data/inputs"));
        for (Map.Entry<String, byte[]> input : recording.inputs().entrySet()) {
            Files.write(inputs.resolve(Path.of(input.getKey()).getFileName()), input.getValue());
        }
        return new Recorded(inputs, file, recording, results(file, work), Files.exists(CaptureChain.beside(file)));
    }

    private static Recorded ofBundle(Path data, Path source, Path work) throws IOException {
        Path results = data.resolve("results.json");
        if (!Files.isRegularFile(data.resolve(CAPTURE)) || !Files.isDirectory(data.resolve("inputs"))) {
            throw none(source);
        }
        List<Problem> problems = findings(source).stream()
                .map(finding -> new Problem(Place.of(source.toString()), finding, ANOTHER_COPY))
                .toList();
        if (!problems.isEmpty()) {
            throw new InputException(problems, null);
        }
        Path file = source.resolve("data").resolve(CAPTURE);
        Capture recording = Capture.read(data.resolve(CAPTURE), file);
        Path inputs = Files.createDirectories(work.resolve("data/inputs"));
        try (Stream<Path> files = Files.list(data.resolve("inputs"))) {
            for (Path input : files.toList()) {
                Files.copy(input, inputs.resolve(input.getFileName()));
            }
        }
        return new Recorded(
                inputs,
                file,
                recording,
                Files.isRegularFile(results)
                        ? new ObjectMapper().readTree(results.toFile())
                        : results(data.resolve(CAPTURE), work),
                true);
    }

    /** What was judged then, as the capture itself holds it; nothing where it was recorded without a standard. */
    private static JsonNode results(Path capture, Path folder) throws IOException {
        if (!Files.exists(folder.resolve("data/inputs").resolve(InputPrints.STANDARD))) {
            return new ObjectMapper().createObjectNode();
        }
        try {
            Run run = RecordedRun.read(capture, folder, List.of(), false);
            Software software = Software.here().with(RecordedPlugins.read(capture));
            Results.write(run, software, folder.resolve("data"), Language.EN);
        } catch (InputException e) {
            throw new Origins(folder.resolve("data/inputs"), capture).inOwnFiles(e);
        }
        return new ObjectMapper()
                .readTree(folder.resolve("data").resolve(Results.JSON).toFile());
    }

    /** What {@code plumbline verify} says of it. */
    private static List<Text> findings(Path source) {
        if (Files.isDirectory(source) && !isSealed(source)) {
            throw new InputException(new Problem(
                    Place.of(source.toString()),
                    new Text(
                            "没有封存：运行未完成，无法判断原始记录是否完整",
                            "not sealed: its run did not end, and nobody can tell whether the capture is whole"),
                    new Text("请先执行 plumbline recover %s", "first run plumbline recover %s").with(source)));
        }
        return BagVerify.verify(source).findings();
    }

    /** The data folder; only what is needed, by its last names, so that no entry can lead elsewhere. */
    private static Path unzipped(Path zip, Path target) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                int data = ("/" + entry.getName()).lastIndexOf("/data/");
                String name = data < 0 ? "" : entry.getName().substring(data + "data/".length());
                if (name.matches("inputs/[^/]+|capture/run\\.mcap(\\.chain)?|results\\.json")) {
                    Path out = target.resolve(name);
                    Files.createDirectories(out.getParent());
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.copy(in, out);
                    }
                }
            }
        }
        return target;
    }

    private static InputException none(Path source) {
        return new InputException(new Problem(
                Place.of(source.toString()),
                new Text("既不是证据包，也不是原始记录", "neither an evidence bundle nor a capture"),
                new Text("请给出证据包的文件夹、.zip，或 run.mcap", "name a bundle's folder, its .zip, or a run.mcap")));
    }
}
