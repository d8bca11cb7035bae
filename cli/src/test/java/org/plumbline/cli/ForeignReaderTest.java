package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;

/** Somebody else's reader counts in our capture what we put in. */
class ForeignReaderTest {

    @Test
    void countsTheSameMessagesFromFrontAndThroughTheSummary(@TempDir Path folder) throws Exception {
        Path bench =
                SimulatedBench.virtual(RobotModels.named("cobot"), List.of(), 1).writeTo(folder);
        Outcome run = Outcome.of(
                "run",
                "cobot",
                "--virtual",
                "--lang",
                "zh",
                "--bench",
                bench.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        JsonNode seen = ForeignReader.read(Path.of(run.lastLine(), "data", "capture", "run.mcap"), false);
        JsonNode counts = seen.at("/stream/counts");
        int streamed = 0;
        for (JsonNode count : counts) {
            streamed += count.asInt();
        }
        assertThat(seen.at("/stream/complete").asBoolean()).isTrue();
        assertThat(streamed)
                .isGreaterThan(1000)
                .isEqualTo(seen.at("/indexed/messages").asInt());
        assertThat(seen.at("/indexed/statistics").asInt()).isEqualTo(streamed);
        assertThat(counts.path("/frames/tracker/received").asInt())
                .isEqualTo(counts.path("/signals/true-x").asInt())
                .isEqualTo(counts.path("/signals/true-speed").asInt());
        assertThat(counts.path("/verdicts").asInt()).isEqualTo(10);
        assertThat(seen.at("/stream/attachments").asInt()).isEqualTo(7);
    }
}
