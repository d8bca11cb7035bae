package org.plumbline.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecords;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation;

/**
 * A capture read back.
 *
 * @param run id of the run that made it
 * @param started when that run began, UTC
 * @param inputs the files as they were run, by name
 * @param observations in the order in which they came onto the timeline
 */
public record Capture(String run, Instant started, Map<String, byte[]> inputs, List<Observation> observations) {

    /**
     * Reads one, also where it was cut off: then as far as it is whole.
     *
     * @throws InputException where it cannot be read, or no run of ours made it
     */
    public static Capture read(Path file) {
        try (McapReader reader = McapReader.open(file, McapReaderOptions.forRecovery())) {
            return read(reader.records(), file);
        } catch (IOException e) {
            throw new InputException(
                    new Problem(
                            Place.of(file.toString()),
                            new Text("无法读取原始记录: %s", "the capture cannot be read: %s").with(FileTrouble.words(e)),
                            new Text("请检查路径和权限", "check path and permissions")),
                    e);
        }
    }

    private static Capture read(McapRecords records, Path file) throws IOException {
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        Map<Integer, McapRecord.Channel> channels = new HashMap<>();
        List<Observation> observations = new ArrayList<>();
        Map<String, String> run = Map.of();
        ObservationReader reader = null;
        McapRecord record;
        while ((record = records.next()) != null) {
            if (record instanceof McapRecord.Metadata metadata
                    && metadata.name().equals("plumbline.run")) {
                run = metadata.values();
                reader = new ObservationReader(Long.parseLong(run.getOrDefault("start-ns", "0")));
            } else if (record instanceof McapRecord.Attachment attachment) {
                inputs.put(attachment.name(), attachment.data());
            } else if (record instanceof McapRecord.Channel channel) {
                channels.put(channel.id(), channel);
            } else if (record instanceof McapRecord.Message message && reader != null) {
                reader.read(channels.get(message.channel()), message).ifPresent(observations::add);
            }
        }
        if (run.isEmpty()) {
            throw new InputException(new Problem(
                    Place.of(file.toString()),
                    new Text("这不是本工具的原始记录", "no run of this tool made this capture"),
                    new Text("请给出证据包中的 data/capture/run.mcap", "name data/capture/run.mcap of an evidence bundle")));
        }
        return new Capture(
                run.getOrDefault("run", ""), Instant.parse(run.getOrDefault("started", "")), inputs, observations);
    }
}
