package org.plumbline.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.mcap.McapException;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecords;
import org.plumbline.run.Characterisation;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.text.Text;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.Observation.Boundary;
import org.plumbline.timeline.Recording;

/**
 * A capture read back.
 *
 * @param run id of the run that made it
 * @param suite name of that run's suite
 * @param started when that run began, UTC
 * @param characterisation what its time stamps are worth
 * @param inputs the files as they were run, by name
 * @param planned the scenarios of that run
 * @param recording what was observed; read from the file as it is needed
 * @param samples what signals told, by their times
 * @param recovered whether it is the copy that a recovery made, of a run that did not end
 * @param repeat how many times each scenario was to be executed
 * @param said what the run said at its end; null of a run that did not, or of an older one
 */
public record Capture(
        String run,
        String suite,
        Instant started,
        Characterisation characterisation,
        Map<String, byte[]> inputs,
        List<ScenarioPlan> planned,
        Recording recording,
        Samples samples,
        boolean recovered,
        int repeat,
        @Nullable RecordedEnd said) {

    /** What is said of the run of a capture that was recovered. */
    public static final Text KILLED = new Text(
            "恢复而成：运行被强行终止，或原始记录未能写到结尾",
            "recovered: the run was killed, or its capture could not be written to its end");

    private static final Text ENDLESS = new Text(
            "原始记录未说明录制已结束：结尾缺失，或由旧版本录制",
            "the capture does not say that its recording ended: its end is missing, or an older version recorded it");

    /** Bytes of a capture's begin that are read first: more than the inputs of a suite usually are. */
    private static final int FIRST = 1 << 20;

    private static final int MOST = 1 << 28;

    private static final Text UNCHANGED = new Text(
            "请使用未被改动的副本；若是被强行终止的运行或写满的磁盘所留，先用 plumbline recover 制成证据包",
            "use a copy that was not changed; of what a killed run or a full disk left, make a bundle first: plumbline recover");

    /** The samples of a capture's own file. */
    @FunctionalInterface
    public interface Samples {

        /**
         * Those of some signals in order of time, those of one instant as they were recorded: a channel's may be recorded after
         * later ones of another. However long the capture is, in memory is only what overlaps in time.
         */
        Recording.Passage of(Collection<String> signals);
    }

    /** The same with what else is known of its run. */
    public Capture with(Recording more, Characterisation worth) {
        return new Capture(run, suite, started, worth, inputs, planned, more, samples, recovered, repeat, said);
    }

    /**
     * Reads what stands before the first observation, after {@link #check}.
     *
     * @throws InputException where it is not sound, or no run of ours made it
     */
    public static Capture read(Path file) {
        return read(file, file);
    }

    /**
     * The same.
     *
     * @param name what its user calls it
     */
    public static Capture read(Path file, Path name) {
        RecordedEnd said = check(file, name);
        try (McapReader reader = McapReader.open(file)) {
            return read(reader.records(), file, name, said);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * Goes over all of it once: what is missing or changed somewhere could be the very thing that a verdict rests on.
     *
     * @return what the run said at its end
     * @throws InputException where it cannot be read, is damaged or cut off, or is not what the {@link CaptureChain}
     *     beside it says
     */
    private static @Nullable RecordedEnd check(Path file, Path name) {
        RecordedEnd said = null;
        try (McapReader reader = McapReader.open(file)) {
            McapRecords records = reader.records().passingOver(channel -> true);
            for (McapRecord record = records.next(); record != null; record = records.next()) {
                if (record instanceof McapRecord.Metadata metadata
                        && metadata.name().equals(CaptureCopy.DAMAGE)) {
                    throw incomplete(name, metadata.values());
                } else if (record instanceof McapRecord.Metadata metadata
                        && metadata.name().equals(RecordedEnd.METADATA)) {
                    said = RecordedEnd.of(metadata.values());
                }
            }
            if (Files.exists(CaptureChain.beside(file))) {
                refuse(name, CaptureChain.verify(file));
            }
            return said;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static InputException incomplete(Path name, Map<String, String> damage) {
        return new InputException(new Problem(
                Place.of(name.toString()),
                new Text(
                                "这是由损坏的原始记录恢复的副本，缺少原件中损坏的部分，不据以判定：%s",
                                "a copy that was recovered from a damaged capture and lacks what was damaged in it; nothing"
                                        + " is judged by it: %s")
                        .with(damage),
                new Text("请使用未损坏的原件", "use an original that is not damaged")));
    }

    private static void refuse(Path name, List<Text> findings) {
        if (!findings.isEmpty()) {
            Place place = Place.of(name.toString());
            throw new InputException(
                    findings.stream()
                            .map(finding -> new Problem(place, finding, UNCHANGED))
                            .toList(),
                    null);
        }
    }

    /** Opens a capture's file. */
    static McapReader reader(Path file) {
        try {
            return McapReader.open(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Ends such a reader. */
    static void close(McapReader reader, Path file) {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static InputException unreadable(Path file, IOException cause) {
        if (cause instanceof McapException damage) {
            return damage.offset() == 0 ? foreign(file) : damaged(file, damage);
        }
        return new InputException(
                new Problem(
                        Place.of(file.toString()),
                        new Text("无法读取原始记录: %s", "the capture cannot be read: %s").with(FileTrouble.words(cause)),
                        new Text("请检查路径和权限", "check path and permissions")),
                cause);
    }

    private static InputException damaged(Path file, McapException damage) {
        return new InputException(
                new Problem(
                        Place.of(file.toString()),
                        new Text(
                                        "原始记录在字节 %s 处损坏或被截断，不据以判定（%s）",
                                        "the capture is damaged or cut off at byte %s and nothing is judged by it (%s)")
                                .with(damage.offset(), damage.problem()),
                        UNCHANGED),
                damage);
    }

    private static InputException foreign(Path file) {
        return new InputException(new Problem(
                Place.of(file.toString()),
                new Text("这不是本工具的原始记录", "no run of this tool made this capture"),
                new Text("请给出证据包中的 data/capture/run.mcap", "name data/capture/run.mcap of an evidence bundle")));
    }

    private static Capture read(McapRecords records, Path file, Path name, @Nullable RecordedEnd said)
            throws IOException {
        CaptureHead head = CaptureHead.read(records);
        Map<String, String> run = head.run();
        if (run.isEmpty()) {
            throw foreign(name);
        }
        long start = Long.parseLong(run.getOrDefault("start-ns", "0"));
        return new Capture(
                run.getOrDefault("run", ""),
                run.getOrDefault("suite", "suite"),
                Instant.parse(run.getOrDefault("started", "")),
                head.characterisation(),
                head.inputs(),
                head.planned(),
                new CapturedRecording(file, start),
                signals -> new CapturedSamples(file, start, signals),
                head.recovered(),
                head.repeat(),
                said);
    }

    /**
     * The files as they were run, by name, also of a capture that is cut off or damaged.
     *
     * @throws InputException where no run of ours made it, or what says so cannot be read
     */
    public static Map<String, byte[]> inputsOf(Path damaged) {
        CaptureHead head = headOf(damaged);
        if (head.run().isEmpty()) {
            throw foreign(damaged);
        }
        return head.inputs();
    }

    /**
     * The same of a capture that can only be read from front to back: those within its first 256 MiB, before the first
     * observation.
     *
     * @throws IOException where it cannot be read
     */
    public static CapturedInputs inputsOf(InputStream capture) throws IOException {
        ByteArrayOutputStream begin = new ByteArrayOutputStream();
        CaptureHead head;
        byte[] next;
        do {
            next = capture.readNBytes(Math.max(FIRST, begin.size()));
            begin.writeBytes(next);
            head = headOf(begin.toByteArray());
        } while (!head.observed() && next.length > 0 && begin.size() < MOST);
        return new CapturedInputs(head.inputs(), head.observed());
    }

    private static CaptureHead headOf(byte[] begin) throws IOException {
        try (McapReader reader = McapReader.of(begin, McapReaderOptions.forRecovery())) {
            return CaptureHead.read(reader.records());
        }
    }

    /**
     * Whether it is the copy that a recovery made, also one that is cut off or damaged.
     *
     * @throws InputException where it cannot be read
     */
    public static boolean isCopy(Path damaged) {
        return headOf(damaged).recovered();
    }

    private static CaptureHead headOf(Path damaged) {
        try (McapReader reader = McapReader.open(damaged, McapReaderOptions.forRecovery())) {
            return CaptureHead.read(reader.records());
        } catch (IOException e) {
            throw unreadable(damaged, e);
        }
    }

    /**
     * What is to be said of the run that made it, whatever is judged by it now. Where the run itself said nothing, it was
     * interrupted unless each planned scenario was begun as often as was planned; where none was planned, nothing shows whether
     * all was recorded.
     *
     * @throws InputException where the capture cannot be read
     */
    public RecordedEnd end() {
        if (recovered) {
            List<Text> incidents = new ArrayList<>(List.of(KILLED));
            incidents.addAll(said == null ? List.of() : said.incidents());
            return new RecordedEnd(List.copyOf(incidents), true);
        }
        if (said != null) {
            return said;
        }
        if (planned.isEmpty()) {
            return RecordedEnd.SOUND.with(ENDLESS);
        }
        Map<String, Long> begun = attempts();
        return new RecordedEnd(
                List.of(), planned.stream().anyMatch(scenario -> begun.getOrDefault(scenario.key(), 0L) < repeat));
    }

    /** Why a trial of a run that did not go to its end was not executed to its own. */
    public Text brokeOff() {
        return recovered ? RecordedTrial.KILLED : InterruptedRunException.REASON;
    }

    /** Whether it was recorded without scenarios, and says how that ended: nothing else was to come of it. */
    public boolean isFinishedRecording() {
        return planned.isEmpty() && said != null && !recovered;
    }

    /**
     * The scenarios that were executed, by {@link ScenarioPlan#key}, and how often each was begun.
     *
     * @throws InputException where the capture cannot be read
     */
    public Map<String, Long> attempts() {
        return recording.acts().stream()
                .map(Recording.Act::observation)
                .filter(Boundary.class::isInstance)
                .map(Boundary.class::cast)
                .filter(Boundary::beginsTrial)
                .collect(Collectors.groupingBy(Boundary::scenario, Collectors.counting()));
    }
}
