package org.plumbline.cli;

import java.util.Locale;
import java.util.stream.Stream;
import org.plumbline.channel.Adapters;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest has it, and the plugins or what is wrong with them. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        Stream<String> own = Stream.of(
                "plumbline " + (version == null ? "(development)" : version),
                "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name"));
        return Stream.concat(own, plugins()).toArray(String[]::new);
    }

    private static Stream<String> plugins() {
        Language language = Language.of(Locale.getDefault());
        try {
            return Adapters.installed().plugins().stream()
                    .map(plugin ->
                            new Text("插件 %s", "plugin %s").with(plugin.line()).in(language));
        } catch (InputException e) {
            return e.problems().stream().map(problem -> problem.in(language));
        }
    }
}
