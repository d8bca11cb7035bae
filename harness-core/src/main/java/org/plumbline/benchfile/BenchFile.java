package org.plumbline.benchfile;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.alignment.Synchronisation;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.Laboratory;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Simulation;
import org.plumbline.channel.Adapters;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.References;
import org.plumbline.yaml.Schema;
import org.plumbline.yaml.YamlFile;
import org.plumbline.yaml.YamlNode;

/** Reads {@code bench.yaml}, which the laboratory writes, and the {@code device.yaml} that it names. */
public final class BenchFile {

    private static final Set<String> ENTRIES = Set.of("channels", "signals", "commands");

    private final Path file;
    private final @Nullable Path device;
    private final YamlNode root;
    private final Adapters adapters;
    private final Secrets secrets;
    private final Problems problems;
    /** What only a run would be refused for. */
    private final Problems useless;

    private BenchFile(Path file, @Nullable Path device, Adapters adapters, Secrets secrets) {
        this.file = file;
        this.device = device;
        this.root = YamlFile.read(file);
        this.adapters = adapters;
        this.secrets = secrets;
        this.problems = new Problems(file.toString());
        this.useless = secrets.areWithheld() ? new Problems(file.toString()) : problems;
    }

    /**
     * The bench in a file. Every reference {@code ${env:NAME}} is resolved once, so that a variable that is not set is
     * found here; to read a bench only for replay, pass {@link Secrets#withheld()}.
     *
     * @throws InputException with everything that is wrong with both files, in file order
     */
    public static Bench read(Path file, Adapters adapters, Secrets secrets) {
        return new BenchFile(file, null, adapters, secrets).bench();
    }

    /** For replay the one of a recorded run, from the folder of its inputs. */
    public static Bench recorded(Path inputs, Adapters adapters) {
        return read(inputs.resolve("bench.yaml"), inputs.resolve("device.yaml"), adapters, Secrets.withheld());
    }

    /** The same with that device.yaml, whatever the bench names: in a bundle it lies beside the bench under this name. */
    public static Bench read(Path file, Path device, Adapters adapters, Secrets secrets) {
        return new BenchFile(file, device, adapters, secrets).bench();
    }

    /**
     * That of a recording, to judge it again: no secret is needed, and nothing is refused for how channels are read that were
     * read then.
     *
     * @param device null for the one that the bench names
     * @param notes gets what a run would be refused for
     * @throws InputException with everything else that is wrong with both files, in file order
     */
    public static Bench recorded(Path file, @Nullable Path device, Adapters adapters, Consumer<Problem> notes) {
        BenchFile read = new BenchFile(file, device, adapters, Secrets.withheld());
        Bench bench = read.bench();
        read.useless.inFileOrder().forEach(notes);
        return bench;
    }

    private Bench bench() {
        new Schema(SchemaFile.bench()).check(root, problems);
        EntryCheck entries = new EntryCheck(adapters);
        root.fields().forEach((key, node) -> {
            if (!key.equals("instruments")) {
                refuseReferences(node);
            }
        });
        root.mapping("instruments").values().forEach(instrument -> checkOwner(instrument, entries));
        Optional<Path> deviceFile = deviceFile();
        YamlNode device =
                deviceFile.map(path -> problems.keep(() -> YamlFile.read(path))).orElse(null);
        if (device != null) {
            new Schema(SchemaFile.device()).check(device, problems);
            checkOwner(device, entries);
        }
        problems.throwIfAny();
        Bench bench = bench(device, deviceFile.orElseThrow());
        problems.throwIfAny();
        bench.channels().stream()
                .filter(ChannelSpec::comesAsFile)
                .forEach(channel -> problems.keep(() -> Synchronisation.of(bench, channel)));
        if (!secrets.areWithheld()) { // what was recorded once can be judged again
            new SharingCheck(bench, adapters, problems).check();
            new AddressCheck(bench, adapters, problems).check();
            new EchoCheck(bench, adapters, problems).check();
            new CommandCheck(bench, adapters, problems).check();
        }
        problems.throwIfAny();
        return bench;
    }

    private void checkOwner(YamlNode owner, EntryCheck entries) {
        entries.check(owner, problems);
        owner.fields().forEach((key, node) -> {
            if (!ENTRIES.contains(key)) {
                refuseReferences(node);
            }
        });
    }

    private void refuseReferences(YamlNode node) {
        References.refuse(
                node,
                new Text(
                        "此处的值会写入报告，不能引用环境变量",
                        "this value appears in reports and cannot refer to environment variables"),
                new Text(
                        "请直接写值（${env:…} 只能用于通道、信号与命令的设置）",
                        "write the value itself (${env:…} is for the settings of channels, signals and commands)"),
                problems);
    }

    private Optional<Path> deviceFile() {
        Optional<YamlNode> node = root.field("device").filter(YamlNode::isScalar);
        return node.flatMap(name -> {
            try {
                Path path = device == null ? file.resolveSibling(name.raw()) : device;
                if (Files.exists(path) && !Files.isDirectory(path)) {
                    return Optional.of(path);
                }
            } catch (InvalidPathException e) {
                // Not a path on this system, so there is no such file either.
            }
            problems.add(
                    name.place(),
                    new Text("找不到设备说明文件 \"%s\"", "the device file \"%s\" is not there").with(name.raw()),
                    new Text("请检查路径，它相对于本文件所在的文件夹", "check the path, which is relative to the folder of this file"));
            return Optional.empty();
        });
    }

    private Bench bench(YamlNode device, Path deviceFile) {
        EntryReader entries = new EntryReader(adapters, secrets, problems, useless);
        YamlNode laboratory = root.required("laboratory");
        Map<String, String> environment = new LinkedHashMap<>();
        root.mapping("environment").forEach((name, node) -> environment.put(name, node.raw()));
        return new Bench(
                new Laboratory(
                        laboratory.required("name").raw(),
                        laboratory.text("accreditation", ""),
                        laboratory.field("time-zone").map(this::zone).orElse(null)),
                root.required("operator").raw(),
                environment,
                new DeviceReader(entries, problems).read(device),
                instruments(entries),
                root.field("seed").map(node -> node.json().longValue()).orElse(1L),
                root.field("simulation").map(BenchFile::simulation).orElse(null),
                secrets,
                file,
                deviceFile);
    }

    private @Nullable ZoneId zone(YamlNode node) {
        try {
            return ZoneId.of(node.raw());
        } catch (DateTimeException e) {
            problems.add(
                    node.place(),
                    new Text("没有名为 \"%s\" 的时区", "there is no time zone \"%s\"").with(node.raw()),
                    new Text("例如 Asia/Shanghai 或 +08:00", "write it like Asia/Shanghai or +08:00"));
            return null;
        }
    }

    private List<Instrument> instruments(EntryReader entries) {
        InstrumentReader reader = new InstrumentReader(entries, problems);
        return root.mapping("instruments").entrySet().stream()
                .map(entry -> reader.read(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Simulation simulation(YamlNode node) {
        return new Simulation(
                node.required("robot").raw(),
                node.list("faults").stream().map(YamlNode::raw).toList());
    }
}
