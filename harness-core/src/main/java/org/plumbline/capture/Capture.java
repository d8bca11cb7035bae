package org.plumbline.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecords;
import org.plumbline.run.Characterisation;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Boundary;
import org.plumbline.timeline.Recording;

/**
 * A capture read back.
 *
 * @param run id of the run that made it
 * @param started when that run began, UTC
 * @param characterisation what its time stamps are worth
 * @param inputs the files as they were run, by name
 * @param planned the scenarios of that run
 * @param recording what was observed; read from the file as it is needed, also where it was cut off: then as far as it is
 *     whole
 */
public record Capture(
        String run,
        Instant started,
        Characterisation characterisation,
        Map<String, byte[]> inputs,
        List<ScenarioPlan> planned,
        Recording recording) {

    /**
     * Reads what stands before the first observation.
     *
     * @throws InputException where it cannot be read, or no run of ours made it
     */
    public static Capture read(Path file) {
        try (McapReader reader = McapReader.open(file, McapReaderOptions.forRecovery())) {
            return read(reader.records(), file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static InputException unreadable(Path file, IOException cause) {
        return new InputException(
                new Problem(
                        Place.of(file.toString()),
                        new Text("无法读取原始记录: %s", "the capture cannot be read: %s").with(FileTrouble.words(cause)),
                        new Text("请检查路径和权限", "check path and permissions")),
                cause);
    }

    private static Capture read(McapRecords records, Path file) throws IOException {
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        Map<String, String> run = Map.of();
        Characterisation characterisation = Characterisation.NONE;
        List<ScenarioPlan> planned = List.of();
        McapRecord record = records.next();
        while (record != null && !(record instanceof McapRecord.Message)) {
            if (record instanceof McapRecord.Metadata metadata
                    && metadata.name().equals(CaptureWriter.METADATA)) {
                run = metadata.values();
            } else if (record instanceof McapRecord.Metadata metadata
                    && metadata.name().equals(RecordedCharacterisation.METADATA)) {
                characterisation = RecordedCharacterisation.of(metadata.values());
            } else if (record instanceof McapRecord.Metadata metadata
                    && metadata.name().equals(PlannedScenarios.METADATA)) {
                planned = PlannedScenarios.of(metadata.values());
            } else if (record instanceof McapRecord.Attachment attachment) {
                inputs.put(attachment.name(), attachment.data());
            }
            record = records.next();
        }
        if (run.isEmpty()) {
            throw new InputException(new Problem(
                    Place.of(file.toString()),
                    new Text("这不是本工具的原始记录", "no run of this tool made this capture"),
                    new Text("请给出证据包中的 data/capture/run.mcap", "name data/capture/run.mcap of an evidence bundle")));
        }
        return new Capture(
                run.getOrDefault("run", ""),
                Instant.parse(run.getOrDefault("started", "")),
                characterisation,
                inputs,
                planned,
                new CapturedRecording(file, Long.parseLong(run.getOrDefault("start-ns", "0"))));
    }

    /**
     * The scenarios that were executed, by {@link org.plumbline.run.ScenarioPlan#key}.
     *
     * @throws InputException where the capture cannot be read
     */
    public Set<String> scenarios() {
        return recording.acts().stream()
                .map(Recording.Act::observation)
                .filter(Boundary.class::isInstance)
                .map(boundary -> ((Boundary) boundary).scenario())
                .collect(Collectors.toSet());
    }
}
