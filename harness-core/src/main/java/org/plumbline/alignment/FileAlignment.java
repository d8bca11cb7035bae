package org.plumbline.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.alignment.Synchronisation.SyncPair;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.FileDecoder;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Recording;
import org.plumbline.yaml.Nearest;

/**
 * Brings the files that instruments exported onto the clock of a run, by events that both saw, and weaves their rows into
 * its recording. The event took place between two samples: the middle counts, and half the distance is its half-width, as
 * for a reaction ({@link org.plumbline.measure.Timing#reaction}); nothing is interpolated, so that it holds for steps too.
 *
 * @param recording with the rows of the files
 */
public record FileAlignment(Recording recording, List<AlignedFile> files) {

    private static final Text NONE_TAKES_A_FILE = new Text(
            "文件属于仪器的通道，其传输为 file（transport: file），而此试验台没有这样的通道",
            "a file is for an instrument's channel with transport: file, and this bench has none");

    /**
     * Aligns files.
     *
     * @param recording of the run, without them
     * @throws InputException where a channel does not take a file, a file cannot be read, or an event is not found or not
     *     the only one: naming file and line
     */
    public static FileAlignment of(Bench bench, Adapters adapters, List<InstrumentFile> files, Recording recording) {
        List<Side> sides = files.stream()
                .map(file -> new Side(bench, adapters, file, channel(bench, file)))
                .toList();
        long end = look(recording, sides);
        List<AlignedFile> aligned = new ArrayList<>();
        List<WovenRecording.Strand> strands = new ArrayList<>();
        for (Side side : sides) {
            AlignedFile file = side.aligned(end);
            aligned.add(file);
            strands.add(() -> new FileRows(file.channel(), side.rows(), file::aligned));
        }
        return new FileAlignment(new WovenRecording(recording, strands, end), List.copyOf(aligned));
    }

    private static ChannelSpec channel(Bench bench, InstrumentFile file) {
        List<ChannelSpec> known =
                bench.channels().stream().filter(ChannelSpec::comesAsFile).toList();
        return known.stream()
                .filter(channel -> channel.name().equals(file.channel()))
                .findFirst()
                .orElseThrow(() -> new InputException(new Problem(
                        Place.of(file.path().toString()),
                        bench.channel(file.channel())
                                .map(live -> new Text(
                                                "通道 %s 的传输是 %s，不接受文件", "channel %s has transport %s and takes no file")
                                        .with(live.name(), live.transport()))
                                .orElse(new Text("试验台上没有通道“%s”", "the bench has no channel \"%s\"")
                                        .with(file.channel())),
                        known.isEmpty()
                                ? NONE_TAKES_A_FILE
                                : Nearest.remedy(
                                        file.channel(),
                                        known.stream().map(ChannelSpec::name).toList()))));
    }

    /** @return when the run ended, in nanoseconds since its start */
    private static long look(Recording recording, List<Side> sides) {
        long end = 0;
        try (Recording.Passage passage = recording.open()) {
            for (Observation next = passage.next(); next != null; next = passage.next()) {
                end = Math.max(end, next.time());
                for (Side side : sides) {
                    side.take(next);
                }
            }
        }
        return end;
    }

    /** One file, and what is looked for on its account. */
    private static final class Side {

        private final InstrumentFile file;
        private final ChannelSpec channel;
        private final FileDecoder decoder;
        private final Synchronisation sync;
        private final SyncEvent.Search first;
        private final SyncEvent.@Nullable Search last;

        Side(Bench bench, Adapters adapters, InstrumentFile file, ChannelSpec channel) {
            this.file = file;
            this.channel = channel;
            this.decoder = (FileDecoder) adapters.codec(channel.codec())
                    .orElseThrow()
                    .decoder(
                            channel,
                            bench.signals().stream()
                                    .filter(signal -> signal.channel().equals(channel.name()))
                                    .toList());
            this.sync = Synchronisation.of(bench, channel);
            SyncPair end = sync.last();
            this.first = sync.first().run().search();
            this.last = end == null ? null : end.run().search();
        }

        FileDecoder.Rows rows() {
            return decoder.rows(file.path().toString(), file.content());
        }

        void take(Observation next) {
            first.take(next);
            if (last != null) {
                last.take(next);
            }
        }

        AlignedFile aligned(long end) {
            try {
                return read(end);
            } catch (InputException e) {
                throw new InputException(
                        e.problems().stream().map(this::described).toList(), e);
            }
        }

        /** What is wrong with a file may be wrong with what the bench says of it. */
        private Problem described(Problem problem) {
            Place place = channel.settings().place();
            return problem.remedy().en().contains(" at " + place.file())
                    ? problem
                    : new Problem(
                            problem.place(),
                            problem.what(),
                            problem.remedy()
                                    .and(new Text("（通道 %s 的说明在 %s）", " (channel %s is described at %s)")
                                            .with(channel.name(), place)));
        }

        private AlignedFile read(long end) {
            SyncEvent.Search firstSeen = sync.first().file().search();
            SyncPair pair = sync.last();
            SyncEvent.Search lastSeen = pair == null ? null : pair.file().search();
            LongStream.Builder times = LongStream.builder();
            long faulty = 0;
            FileRows rows = new FileRows(channel.name(), rows(), time -> time);
            for (List<Observation> row = rows.next(); !row.isEmpty(); row = rows.next()) {
                times.add(row.get(0).time());
                faulty += row.stream().anyMatch(Observation.FrameFault.class::isInstance) ? 1 : 0;
                firstSeen.take(row, rows);
                if (lastSeen != null) {
                    lastSeen.take(row, rows);
                }
            }
            List<Anchor> anchors = new ArrayList<>();
            anchors.add(anchor(sync.first(), firstSeen, first));
            if (pair != null && lastSeen != null && last != null) {
                anchors.add(anchor(pair, lastSeen, last));
                requireOrder(anchors);
            }
            return tallied(anchors, times.build(), faulty, end);
        }

        private AlignedFile tallied(List<Anchor> anchors, LongStream times, long faulty, long end) {
            String name = String.valueOf(file.path().getFileName());
            AlignedFile untold = new AlignedFile(
                    channel.name(),
                    name,
                    file.sha256(),
                    List.copyOf(anchors),
                    sync.uncertainty(),
                    sync.drift(),
                    new AlignedFile.Tally(0, 0, 0, faulty));
            long[] counts = new long[3];
            long[] rows = times.map(untold::aligned).toArray();
            for (long time : rows) {
                counts[time < 0 ? 1 : time > end ? 2 : 0]++;
            }
            if (counts[0] == 0) {
                throw new InputException(new Problem(
                        Place.of(file.path().toString()),
                        new Text(
                                        "同步之后各行在 %.3f s 至 %.3f s，没有一行落在运行的 0 s 至 %.3f s 之内",
                                        "once aligned, its rows are from %.3f s to %.3f s: none falls into the run, from 0 s to %.3f s")
                                .with(rows[0] * 1e-9, rows[rows.length - 1] * 1e-9, end * 1e-9),
                        new Text("请给出这次运行的文件，并核对 sync", "give the file of this run, and compare sync")));
            }
            return new AlignedFile(
                    untold.channel(),
                    name,
                    untold.sha256(),
                    untold.anchors(),
                    untold.uncertainty(),
                    untold.driftLimit(),
                    new AlignedFile.Tally(counts[0], counts[1], counts[2], faulty));
        }

        private Anchor anchor(SyncPair pair, SyncEvent.Search inFile, SyncEvent.Search inRun) {
            Occurrence file = only(pair.file(), inFile, true);
            Occurrence run = only(pair.run(), inRun, false);
            return new Anchor(
                    file.middle(),
                    run.middle(),
                    Math.sqrt(file.halfWidth() * file.halfWidth() + run.halfWidth() * run.halfWidth()),
                    new Text("文件的“%s”与运行的“%s”", "\"%s\" in the file and \"%s\" in the run")
                            .with(pair.file().words(), pair.run().words()));
        }

        private Occurrence only(SyncEvent event, SyncEvent.Search search, boolean inFile) {
            List<Occurrence> found = search.found();
            int wanted = Math.max(1, event.nth());
            requireSeen(event, wanted, search, inFile);
            if (found.size() < wanted) {
                throw wrong(
                        0,
                        (inFile
                                        ? new Text(
                                                "文件中“%s”只出现 %d 次，同步需要第 %d 次",
                                                "\"%s\" occurs %d times in the file, the synchronisation needs number %d")
                                        : new Text(
                                                "运行记录中“%s”只出现 %d 次，同步需要第 %d 次",
                                                "\"%s\" occurs %d times in the recording of the run, the synchronisation needs number %d"))
                                .with(event.words(), found.size(), wanted),
                        new Text(
                                        "请核对文件是否属于这次运行，以及 %s 处的 sync",
                                        "see whether the file is of this run, and the sync at %s")
                                .with(channel.settings().placeOf("sync")));
            }
            if (event.nth() == 0 && found.size() > 1) {
                String where = found.stream()
                        .limit(3)
                        .map(each -> inFile
                                ? String.valueOf(each.line())
                                : String.format(Locale.ROOT, "%.3f s", each.latest() * 1e-9))
                        .collect(Collectors.joining(", "));
                throw wrong(
                        inFile ? found.get(1).line() : 0,
                        (inFile
                                        ? new Text(
                                                "文件中“%s”出现 %d 次（第 %s 行 …），不知以哪一次同步",
                                                "\"%s\" occurs %d times in the file (lines %s ...): it is not clear which one is meant")
                                        : new Text(
                                                "运行记录中“%s”出现 %d 次（%s …），不知以哪一次同步",
                                                "\"%s\" occurs %d times in the recording of the run (%s ...): it is not clear which one is meant"))
                                .with(event.words(), found.size(), where),
                        new Text("请在 %s 处的 sync 中写明 nth", "say which by nth in the sync at %s")
                                .with(channel.settings().placeOf("sync")));
            }
            return found.get(wanted - 1);
        }

        /** What a word, a row that cannot be read or a loss hides nobody knows: an occurrence there would shift the count. */
        private void requireSeen(SyncEvent event, int wanted, SyncEvent.Search search, boolean inFile) {
            List<Occurrence> found = search.found();
            long until = found.size() < wanted
                    ? Long.MAX_VALUE
                    : found.get(wanted - 1).latest();
            search.hiding().filter(hiding -> hiding.time() < until).ifPresent(hiding -> {
                Text where = inFile
                        ? Text.same("")
                        : new Text("运行的 %.3f s 处，", "at %.3f s of the run ").with(hiding.time() * 1e-9);
                throw wrong(
                        hiding.line(),
                        new Text(
                                        "%s%s，“%s”是否在此发生、此后是第几次都无从得知",
                                        "%s%s: whether \"%s\" occurs there, and which time it is later, cannot be told")
                                .with(where, hiding.words(), event.words()),
                        new Text(
                                        "请改用另一个事件，或在此之前的一次: %s 处的 sync",
                                        "take another event, or one before it, for the sync at %s")
                                .with(channel.settings().placeOf("sync")));
            });
        }

        private void requireOrder(List<Anchor> anchors) {
            if (anchors.get(1).run() <= anchors.get(0).run()
                    || anchors.get(1).file() <= anchors.get(0).file()) {
                throw wrong(
                        0,
                        new Text("第二个同步事件不在第一个之后", "the second event of the synchronisation is not after the first"),
                        new Text("请核对 %s 处的 sync-end", "compare the sync-end at %s")
                                .with(channel.settings().placeOf("sync-end")));
            }
        }

        private InputException wrong(int line, Text what, Text remedy) {
            return new InputException(new Problem(new Place(file.path().toString(), line, 0), what, remedy));
        }
    }
}
