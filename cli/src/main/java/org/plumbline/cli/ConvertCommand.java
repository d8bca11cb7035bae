package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.bag.WholeFile;
import org.plumbline.bench.Bench;
import org.plumbline.bench.SignalSpec;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.capture.CaptureChain;
import org.plumbline.capture.RecordedFolder;
import org.plumbline.channel.Adapters;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline convert}. */
@Command(name = "convert", resourceBundle = "org.plumbline.cli.help")
final class ConvertCommand implements Callable<Integer> {

    /** Without it a spreadsheet in Chinese takes the file for GBK. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "CAPTURE|BUNDLE", descriptionKey = "convert.source")
    private Path source;

    @Option(names = "--signals", split = ",", paramLabel = "NAME", descriptionKey = "convert.signals")
    private List<String> names = List.of();

    @Option(names = "--out", paramLabel = "FILE.csv", descriptionKey = "convert.out")
    private @Nullable Path out;

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (out != null) {
            requireOther(out);
        }
        Recorded recorded = Recorded.of(source);
        SignalTable table =
                new SignalTable(signals(bench(recorded)), recorded.recording().samples());
        if (out == null) {
            print(table);
        } else {
            write(table, out);
            console.out().println(out);
        }
        return 0;
    }

    private Bench bench(Recorded recorded) {
        Path inputs = recorded.inputs();
        try {
            return BenchFile.recorded(inputs, Adapters.installed());
        } catch (InputException e) {
            throw new Origins(inputs, source).inOwnFiles(RecordedPlugin.remedied(e, recorded.results()));
        }
    }

    private List<SignalSpec> signals(Bench bench) {
        if (names.isEmpty()) {
            return bench.signals();
        }
        List<String> known = bench.signals().stream().map(SignalSpec::name).toList();
        return names.stream()
                .map(String::strip)
                .map(name -> bench.signal(name)
                        .orElseThrow(() -> new InputException(new Problem(
                                Place.of(source.toString()),
                                new Text("其中没有信号“%s”", "there is no signal \"%s\" in it").with(name),
                                Nearest.remedy(name, known)))))
                .distinct()
                .toList();
    }

    private void print(SignalTable table) {
        PrintWriter writer = console.out();
        table.forEachRow(row -> writer.print(row));
        writer.flush();
    }

    private static void write(SignalTable table, Path file) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                fill(table, file); // a pipe or /dev/stdout
            } else {
                WholeFile.write(Files.exists(file) ? file.toRealPath() : file, part -> fill(table, part));
            }
        } catch (IOException e) {
            throw new InputException(
                    new Problem(
                            Place.of(file.toString()),
                            new Text("无法写入: %s", "cannot be written: %s").with(FileTrouble.words(e)),
                            new Text("请检查路径、权限和磁盘空间", "check path, permissions and disk space")),
                    e);
        }
    }

    /** What is converted may lie outside the folder of its run, and have several names. */
    private void requireOther(Path file) {
        RecordedFolder.requireOutside(file);
        for (Path kept : List.of(source, CaptureChain.beside(source))) {
            try {
                if (Files.exists(file) && Files.isSameFile(file, kept)) {
                    throw new InputException(new Problem(
                            Place.of(file.toString()),
                            new Text(
                                    "就是要转换的记录，写入会毁掉它",
                                    "is the recording that is to be converted; writing would destroy it"),
                            new Text("请用 --out 另选位置", "choose another --out")));
                }
            } catch (IOException e) {
                // one of them is not there
            }
        }
        RecordedFolder.requireNoEvidence(file);
    }

    private static void fill(SignalTable table, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(BYTE_ORDER_MARK);
            table.forEachRow(row -> writer.write(row.toString()));
        }
    }
}
