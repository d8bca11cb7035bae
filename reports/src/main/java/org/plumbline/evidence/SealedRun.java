package org.plumbline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.capture.CaptureChain;
import org.plumbline.capture.RecordedFolder;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.results.Results;
import org.plumbline.results.ResultsSchema;
import org.plumbline.text.Text;

/**
 * A bundle that was sealed although its capture could not be written to its end, as on a full disk.
 *
 * @param incidents what its run says went wrong
 */
record SealedRun(List<Text> incidents) {

    /** Whether a folder is one. */
    static boolean isCutShort(Path folder) throws IOException {
        Path capture = RecordedFolder.capture(folder);
        return Remains.isSealed(folder)
                && Files.isRegularFile(capture)
                && CaptureChain.check(capture).open() != null;
    }

    /** @throws InputException where it was changed since */
    static SealedRun of(Path folder) throws IOException {
        Place place = Place.of(folder.toString());
        Text remedy = new Text(
                "未作恢复；请使用未被改动的副本，用 plumbline verify 核查",
                "nothing was recovered; use a copy that was not changed, and check it with plumbline verify");
        List<Problem> problems = BagVerify.verify(folder).findings().stream()
                .map(finding -> new Problem(place, finding, remedy))
                .toList();
        if (!problems.isEmpty()) {
            throw new InputException(problems, null);
        }
        byte[] results = Files.readAllBytes(folder.resolve("data").resolve(Results.JSON));
        List<Text> incidents = new ArrayList<>();
        for (JsonNode incident : ResultsSchema.read(results).at("/runs/0/incidents")) {
            incidents.add(
                    new Text(incident.path("zh").asText(), incident.path("en").asText()));
        }
        return new SealedRun(List.copyOf(incidents));
    }
}
