package org.plumbline.capture;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecord.Attachment;
import org.plumbline.mcap.McapRecord.Message;
import org.plumbline.mcap.McapRecord.Metadata;
import org.plumbline.mcap.McapRecords;
import org.plumbline.run.Characterisation;
import org.plumbline.run.ScenarioPlan;

/**
 * What stands in a capture before its first observation.
 *
 * @param run what it says of its run, by key; empty where no run of ours made it
 * @param inputs the files as they were run, by name
 * @param recovered whether it is the copy that a recovery made
 * @param observed whether an observation follows, so that nothing is missing here
 */
record CaptureHead(
        Map<String, String> run,
        Characterisation characterisation,
        List<ScenarioPlan> planned,
        Map<String, byte[]> inputs,
        boolean recovered,
        boolean observed) {

    /**
     * How many times each scenario was to be executed.
     *
     * @throws IOException where that is no number
     */
    int repeat() throws IOException {
        return repeat(run);
    }

    /** The same of a run's own metadata. */
    static int repeat(Map<String, String> run) throws IOException {
        try {
            return Integer.parseInt(run.getOrDefault("repeat", "1"));
        } catch (NumberFormatException e) {
            throw new IOException("the capture does not say how often its run was repeated", e);
        }
    }

    static CaptureHead read(McapRecords records) throws IOException {
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        Map<String, String> run = Map.of();
        Characterisation characterisation = Characterisation.NONE;
        List<ScenarioPlan> planned = List.of();
        boolean recovered = false;
        McapRecord record = records.next();
        while (record != null && !(record instanceof Message)) {
            if (record instanceof Metadata metadata && metadata.name().equals(CaptureWriter.METADATA)) {
                run = metadata.values();
            } else if (record instanceof Metadata metadata
                    && metadata.name().equals(RecordedCharacterisation.METADATA)) {
                characterisation = RecordedCharacterisation.of(metadata.values());
            } else if (record instanceof Metadata metadata && metadata.name().equals(PlannedScenarios.METADATA)) {
                planned = PlannedScenarios.of(metadata.values());
            } else if (record instanceof Metadata metadata && metadata.name().equals(CaptureCopy.RECOVERED)) {
                recovered = true;
            } else if (record instanceof Attachment attachment) {
                inputs.put(attachment.name(), attachment.data());
            }
            record = records.next();
        }
        return new CaptureHead(run, characterisation, planned, inputs, recovered, record != null);
    }
}
