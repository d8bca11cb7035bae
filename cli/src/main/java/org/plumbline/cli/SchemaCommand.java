package org.plumbline.cli;

import java.util.concurrent.Callable;
import org.plumbline.channel.Adapters;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline schema}: what may stand in the three files, for editors as JSON Schema, for people as tables. */
@Command(name = "schema", resourceBundle = "org.plumbline.cli.help")
final class SchemaCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "standard|device|bench", descriptionKey = "schema.file")
    private String file;

    @Option(names = "--markdown", descriptionKey = "schema.markdown")
    private boolean markdown;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!FileTables.FILES.contains(file)) {
            throw new InputException(Problem.of(
                    new Text("没有名为“%s”的文件格式", "there is no schema called \"%s\"").with(file),
                    new Text("请使用 %s", "use one of %s").with(String.join(", ", FileTables.FILES))));
        }
        Adapters adapters = Adapters.installed();
        if (markdown) {
            FileTables tables = new FileTables(adapters, console.language());
            console.out().print(tables.file(file));
            if (file.equals("device")) {
                tables.adapterTables().forEach((name, table) -> console.out().print("\n### " + name + "\n\n" + table));
            }
        } else {
            console.out().println(FileTables.schema(file, adapters).toPrettyString());
        }
        return 0;
    }
}
