package org.plumbline.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plumbline.bag.WholeFile;
import org.plumbline.run.Run;
import org.plumbline.text.Language;

/** The result files of a run. */
public final class Results {

    /** Everything, as JSON after {@link ResultsSchema}. */
    public static final String JSON = "results.json";

    /** One test case for each requirement, for build servers. */
    public static final String JUNIT = "results/junit.xml";

    /** One row for each judgement, for spreadsheets. */
    public static final String TRACEABILITY = "results/traceability.csv";

    private Results() {}

    /**
     * Writes the three files. No secret of the bench is in them.
     *
     * @param software what the run had
     * @param folder the bundle's {@code data}
     * @param language of the words in junit.xml; the other two hold both
     * @throws IOException where one cannot be written
     */
    public static void write(Run run, Software software, Path folder, Language language) throws IOException {
        Files.createDirectories(folder.resolve(JUNIT).resolveSibling(""));
        WholeFile.write(folder.resolve(JSON), part -> ResultsJson.write(run, software, part));
        WholeFile.write(folder.resolve(JUNIT), part -> JunitXml.write(run, language, part));
        WholeFile.write(folder.resolve(TRACEABILITY), part -> TraceabilityCsv.write(run, part));
    }
}
