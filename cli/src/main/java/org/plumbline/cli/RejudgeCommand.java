package org.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.Plumbline;
import org.plumbline.alignment.AlignedFile;
import org.plumbline.alignment.CorrectedReading;
import org.plumbline.alignment.InstrumentFile;
import org.plumbline.allure.AllureReport;
import org.plumbline.bench.Bench;
import org.plumbline.benchfile.BenchCorrection.Change;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.capture.Capture;
import org.plumbline.capture.CaptureChain;
import org.plumbline.channel.Adapters;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.evidence.Evidence;
import org.plumbline.run.Run;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline rejudge}: the same recording, judged again, against the same or a changed draft. */
@Command(name = "rejudge", resourceBundle = "org.plumbline.cli.help")
final class RejudgeCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "BUNDLE|CAPTURE", descriptionKey = "rejudge.source")
    private List<Path> sources;

    @Option(names = "--standard", paramLabel = "FILE", descriptionKey = "rejudge.standard")
    private @Nullable Path standard;

    @Option(names = "--features", paramLabel = "DIR", descriptionKey = "rejudge.features")
    private @Nullable Path features;

    @Option(names = "--bench", paramLabel = "FILE", descriptionKey = "rejudge.bench")
    private @Nullable Path bench;

    @Option(names = "--file", paramLabel = "CHANNEL=PATH", descriptionKey = "rejudge.file")
    private List<String> files = List.of();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "rejudge.out")
    private @Nullable Path out;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    RejudgeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Path> given = givenFiles();
        int worst = 0;
        List<ObjectNode> documents = new ArrayList<>();
        for (Path source : sources) {
            if (sources.size() > 1 && !json) {
                console.out().println(source);
            }
            Recorded recorded = Recorded.of(source);
            warn(recorded);
            Rejudgement rejudgement = rejudge(source, recorded, given);
            documents.add(document(rejudgement).put("chain", recorded.chained() ? "sound" : "missing"));
            if (!json) {
                print(rejudgement);
            }
            worst = ExitCodes.worse(worst, rejudgement.run().exitCode());
        }
        if (json) {
            Object all = documents.size() == 1 ? documents.get(0) : documents;
            console.out().println(new ObjectMapper().valueToTree(all).toPrettyString());
        }
        return worst;
    }

    private void warn(Recorded recorded) {
        if (!recorded.chained()) {
            console.err()
                    .println(console.text(
                                    "%s：旁边没有哈希链 %s，无法证明它与记录时相同",
                                    "%s: its hash chain %s is not beside it: nothing proves that it is what was recorded")
                            .formatted(
                                    recorded.file(),
                                    CaptureChain.beside(recorded.file()).getFileName()));
        }
        RecordedPlugin.replaced(recorded.results())
                .forEach(note -> console.err().println(recorded.file() + ": " + note.in(console.language())));
    }

    /** By channel. */
    private Map<String, Path> givenFiles() {
        Map<String, Path> given = new LinkedHashMap<>();
        for (String file : files) {
            int equals = file.indexOf('=');
            if (equals < 1 || equals == file.length() - 1) {
                throw invalid(file);
            }
            if (given.put(file.substring(0, equals), path(file, equals + 1)) != null) {
                throw misuse(new Text("通道 %s 的 --file 不止一个", "there is more than one --file of channel %s")
                        .with(file.substring(0, equals)));
            }
        }
        if (!given.isEmpty() && sources.size() > 1) {
            throw misuse(new Text("--file 属于一次运行，却给出了 %d 个", "--file belongs to one run, but %d are given")
                    .with(sources.size()));
        }
        return given;
    }

    private static Path path(String file, int from) {
        try {
            return Path.of(file.substring(from));
        } catch (InvalidPathException e) {
            throw invalid(file);
        }
    }

    private static InputException invalid(String file) {
        return misuse(new Text("--file 的值“%s”无效", "--file cannot be \"%s\"").with(file));
    }

    private static InputException misuse(Text what) {
        return new InputException(Problem.of(
                what, new Text("请写成 rejudge BUNDLE --file CHANNEL=PATH", "write rejudge BUNDLE --file CHANNEL=PATH")));
    }

    private Rejudgement rejudge(Path source, Recorded recorded, Map<String, Path> given) throws IOException {
        Origins origins = new Origins(recorded.inputs(), source);
        try {
            return rejudge(recorded, origins, given);
        } catch (InputException e) {
            throw origins.inOwnFiles(RecordedPlugin.remedied(e, recorded.results()));
        }
    }

    private Rejudgement rejudge(Recorded recorded, Origins origins, Map<String, Path> given) throws IOException {
        InputPrints then = InputPrints.of(recorded.inputs());
        if (!then.sha256().containsKey(InputPrints.STANDARD) && (standard == null || features == null)) {
            throw withoutStandard(origins.source());
        }
        replaceInputs(recorded.inputs(), origins.own());
        Capture recording = recorded.recording();
        JudgedTrials trials = new JudgedTrials(origins);
        List<Change> corrections = corrections(recorded, origins.own(), given);
        InputPrints now = InputPrints.of(recorded.inputs());
        Path inputs = recorded.inputs();
        Plumbline plumbline = Plumbline.bench(inputs.resolve(InputPrints.BENCH), inputs.resolve(InputPrints.DEVICE))
                .replay(recording)
                .after(incidents(recorded.results()), interrupted(recorded.results()))
                .in(language(recording))
                .repeat(recording.repeat())
                .with(trials);
        given.forEach(plumbline::file);
        requireDistinct(recording, origins.source());
        if (features == null) {
            Set<String> tried = tried(recorded);
            plumbline.only(scenario -> tried.contains(scenario.key()));
        }
        if (out != null) {
            Language language = console.language();
            RejudgementFile comparison = new RejudgementFile(recorded.results(), trials, then, now, corrections);
            plumbline.out(out).with(new Evidence(language, List.of(AllureReport.in(language), comparison)));
        }
        Run run = plumbline.run(new Suite(folderName(recording.suite()), inputs, ""));
        return Rejudgement.of(recorded.results(), run, trials, then, now, corrections);
    }

    private List<Change> corrections(Recorded recorded, Map<String, Path> own, Map<String, Path> given)
            throws IOException {
        if (bench == null) {
            return List.of();
        }
        Set<String> settled = recorded.recording().characterisation().files().stream()
                .map(AlignedFile::channel)
                .collect(Collectors.toSet());
        Adapters adapters = Adapters.installed();
        Bench then = bench(recorded, adapters);
        List<Change> changes = new CorrectedBench(bench).replace(recorded.inputs(), own, settled);
        List<InstrumentFile> instruments = given.entrySet().stream()
                .map(file -> InstrumentFile.read(file.getKey(), file.getValue()))
                .toList();
        new CorrectedReading(then, bench(recorded, adapters), adapters, instruments).check();
        return changes;
    }

    private static Bench bench(Recorded recorded, Adapters adapters) {
        return BenchFile.recorded(recorded.inputs(), adapters);
    }

    /** The scenarios that were executed then, whether on the device or on a recording that did not hold them. */
    private static Set<String> tried(Recorded recorded) {
        Capture recording = recorded.recording();
        Set<String> tried = new HashSet<>(recording.attempts().keySet());
        Set<String> executed =
                new HashSet<>(recorded.results().at("/runs/0/trials").findValuesAsText("scenario"));
        recording.planned().stream()
                .filter(plan -> executed.contains(plan.id()))
                .forEach(plan -> tried.add(plan.key()));
        return tried;
    }

    private static List<Text> incidents(JsonNode results) {
        List<Text> incidents = new ArrayList<>();
        results.at("/runs/0/incidents")
                .forEach(incident -> incidents.add(new Text(
                        incident.path("zh").asText(), incident.path("en").asText())));
        return incidents;
    }

    private static boolean interrupted(JsonNode results) {
        return results.at("/runs/0/interrupted").asBoolean();
    }

    /** Captures of older versions have one name for all rows of an outline. */
    private static void requireDistinct(Capture recording, Path source) {
        List<String> keys =
                recording.planned().stream().map(ScenarioPlan::key).sorted().toList();
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i).equals(keys.get(i - 1))) {
                throw new InputException(new Problem(
                        Place.of(source.toString()),
                        new Text(
                                        "较早版本的原始记录，未区分同名场景“%s”，不能重新判定",
                                        "an older capture, which does not tell scenarios of one name apart (\"%s\"): it cannot be judged again")
                                .with(keys.get(i)),
                        new Text("请用当前版本重新运行", "run it again with this version")));
            }
        }
    }

    private static InputException withoutStandard(Path source) {
        return new InputException(new Problem(
                Place.of(source.toString()),
                new Text(
                        "这份原始记录由 plumbline record 记录，其中没有标准和场景",
                        "this capture was made by plumbline record: there is no standard and no scenario in it"),
                new Text("请用 --standard 和 --features 给出", "name them with --standard and --features")));
    }

    /** That of the scenarios, where any were planned. */
    private Language language(Capture recording) {
        return recording.planned().stream()
                .findFirst()
                .map(ScenarioPlan::language)
                .orElse(console.language());
    }

    /** It becomes part of a folder's name, whoever wrote the capture. */
    private static String folderName(String suite) {
        return suite.replaceAll("[/\\\\:]", "-");
    }

    private void print(Rejudgement rejudgement) {
        new RejudgementTable(rejudgement, console.language()).lines().forEach(console.out()::println);
        Path folder = rejudgement.run().plan().directory();
        if (folder != null) {
            console.say("证据包:", "evidence bundle:");
            console.out().println(folder);
        }
    }

    private static ObjectNode document(Rejudgement rejudgement) {
        ObjectNode node = new RejudgementJson(rejudgement).node();
        Path folder = rejudgement.run().plan().directory();
        return folder == null ? node : node.put("bundle", folder.toString());
    }

    private void replaceInputs(Path inputs, Map<String, Path> own) throws IOException {
        if (standard != null) {
            own.put(InputPrints.STANDARD, standard);
            Files.copy(standard, inputs.resolve("standard.yaml"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (features != null) {
            for (Path old : featureFiles(inputs)) {
                Files.delete(old);
            }
            for (Path file : featureFiles(features)) {
                own.put(String.valueOf(file.getFileName()), file);
                Files.copy(file, inputs.resolve(file.getFileName()));
            }
        }
    }

    private static List<Path> featureFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".feature")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
