package org.plumbline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.PluginOrigin;
import org.plumbline.error.InputException;
import org.plumbline.mcap.McapMessages;
import org.plumbline.mcap.McapQuery;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Message;
import org.plumbline.mcap.McapRecord.MetadataIndex;
import org.plumbline.mcap.McapRecord.Statistics;
import org.plumbline.run.RequirementVerdicts;
import org.plumbline.run.Run;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.TrialResult;
import org.plumbline.standard.Standard;
import org.plumbline.standard.StandardFile;
import org.plumbline.text.Text;

/** What a capture itself shows of its run: the plan, the trials and their judgements. */
public final class RecordedRun {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunPlan plan;
    private final long start;
    private final RecordedJudgements judgements;
    private final Map<String, RecordedTrial> trials = new LinkedHashMap<>();
    private long last;

    private RecordedRun(RunPlan plan, long start) {
        this.plan = plan;
        this.start = start;
        this.judgements = new RecordedJudgements(plan);
    }

    /**
     * The run, its trials that did not end inconclusive. Needs {@code data/inputs} of the run's
     * folder, and no environment variable.
     *
     * @param capture a complete one
     * @param incidents what is known to have gone wrong, besides what the run said at its end
     * @param interrupted whether it is known that it did not end by itself
     * @throws InputException where an input is missing or wrong
     * @throws IOException where the capture does not tell what run it is of
     */
    public static Run read(Path capture, Path folder, List<Text> incidents, boolean interrupted) throws IOException {
        try (McapReader reader = McapReader.open(capture, McapReaderOptions.forRecovery())) {
            Map<String, String> texts = metadata(reader, CaptureWriter.METADATA)
                    .orElseThrow(() -> new IOException("the capture does not say what run it is of"));
            RunPlan plan = plan(
                            texts,
                            scenarios(reader, PlannedScenarios.METADATA),
                            scenarios(reader, PlannedScenarios.LEFT_OUT),
                            RecordedPlugins.of(reader),
                            folder)
                    .with(RecordedCharacterisation.of(
                            metadata(reader, RecordedCharacterisation.METADATA).orElse(Map.of())));
            RecordedRun run = new RecordedRun(plan, CaptureWriter.nanos(plan.started()));
            Statistics statistics = reader.summary().statistics();
            run.last = statistics == null ? run.start : Math.max(statistics.end(), run.start);
            run.read(reader);
            RecordedEnd end =
                    RecordedEnd.of(metadata(reader, RecordedEnd.METADATA).orElse(Map.of()));
            List<Text> all = Stream.concat(incidents.stream(), end.incidents().stream())
                    .distinct()
                    .toList();
            return run.run(all, interrupted || end.interrupted());
        }
    }

    static Optional<Map<String, String>> metadata(McapReader reader, String name) throws IOException {
        for (MetadataIndex index : reader.summary().metadataIndexes()) {
            if (index.name().equals(name)) {
                return Optional.of(reader.metadata(index).values());
            }
        }
        return Optional.empty();
    }

    private static List<ScenarioPlan> scenarios(McapReader reader, String name) throws IOException {
        return PlannedScenarios.of(metadata(reader, name).orElse(Map.of()));
    }

    private static RunPlan plan(
            Map<String, String> texts,
            List<ScenarioPlan> scenarios,
            List<ScenarioPlan> leftOut,
            List<PluginOrigin> plugins,
            Path folder)
            throws IOException {
        Path inputs = folder.resolve("data").resolve("inputs");
        Standard standard = texts.getOrDefault("standard", "").equals(CaptureWriter.named(Standard.NONE))
                ? Standard.NONE
                : StandardFile.read(inputs.resolve("standard.yaml"));
        Bench bench = bench(inputs, plugins);
        try {
            String id = texts.getOrDefault("run", String.valueOf(folder.getFileName()));
            return new RunPlan(
                    id,
                    texts.getOrDefault("suite", id),
                    Instant.parse(texts.getOrDefault("started", "")),
                    texts.getOrDefault("driver", "live"),
                    standard,
                    bench,
                    scenarios,
                    leftOut,
                    folder,
                    inputs,
                    CaptureHead.repeat(texts));
        } catch (DateTimeParseException e) {
            throw new IOException("the capture does not say when its run started", e);
        }
    }

    private static Bench bench(Path inputs, List<PluginOrigin> plugins) {
        try {
            return BenchFile.recorded(inputs, Adapters.installed());
        } catch (InputException e) {
            throw PluginOrigin.remedied(e, plugins);
        }
    }

    private void read(McapReader reader) throws IOException {
        Map<Integer, Channel> channels = reader.summary().channels();
        McapMessages messages =
                reader.messages(McapQuery.all().topics("/trials", "/steps", "/judged-steps", "/verdicts", "/stalls"));
        for (Message message = messages.next(); message != null; message = messages.next()) {
            Channel channel = channels.get(message.channel());
            JsonNode node = JSON.readTree(message.data());
            if (channel != null && node.isObject()) {
                accept(channel.topic(), message.logTime() - start, node);
            }
        }
    }

    private void accept(String topic, long time, JsonNode node) {
        String id = node.path("trial").asText();
        @Nullable RecordedTrial trial = trials.get(id);
        if (topic.equals("/trials") && node.has("scenario")) {
            plan.scenarios().stream()
                    .filter(scenario ->
                            scenario.id().equals(node.path("scenario").asText()))
                    .findFirst()
                    .ifPresent(scenario -> trials.put(
                            id,
                            new RecordedTrial(
                                    plan,
                                    judgements,
                                    scenario,
                                    id,
                                    node.path("attempt").asInt(1),
                                    time)));
        } else if (topic.equals("/stalls")) {
            judgements.heldUp(ObservationReader.stall(time, node));
        } else if (trial != null) {
            trial.accept(topic, time, node);
        }
    }

    private Run run(List<Text> incidents, boolean interrupted) {
        List<TrialResult> results = new ArrayList<>();
        trials.values().forEach(trial -> results.add(trial.result(last - start)));
        // as they were executed; a capture of a rejudgement has them where they looked at the recording
        results.sort(Comparator.comparingInt((TrialResult trial) -> trial.id().length())
                .thenComparing(TrialResult::id));
        return new Run(
                plan,
                last - start,
                List.copyOf(results),
                RequirementVerdicts.of(plan, results),
                List.copyOf(incidents),
                interrupted);
    }
}
