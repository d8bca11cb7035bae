package org.plumbline.benchfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Key;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.YamlFile;
import org.plumbline.yaml.YamlNode;

/**
 * What may be said otherwise of a bench after its run: how a file is read and aligned that has not come yet, and nothing that
 * says what its values are worth. Channels of transport {@code file} and their signals may be added, in owners that are
 * there; none may go, so that none comes under another calibration. That no value goes by it only the file shows: {@link
 * org.plumbline.alignment.CorrectedReading}.
 */
public final class BenchCorrection {

    private static final String CHANNELS = "channels";

    /** What an instrument's clock is worth. */
    private static final Set<String> CLOCK = Set.of("clock-uncertainty", "clock-drift");

    /** Words for beyond the range; the word itself always is one. */
    private static final String OVERLOAD = "overload";

    /**
     * One value that is said otherwise.
     *
     * @param key its keys from the root on, with points between them
     * @param then as recorded; a dash where there was none
     * @param now as corrected
     */
    public record Change(String key, String then, String now) {}

    private final YamlNode recorded;
    private final YamlNode corrected;
    private final Adapters adapters;
    private final Set<String> settled;
    private final List<Change> changes = new ArrayList<>();

    private BenchCorrection(YamlNode recorded, YamlNode corrected, Adapters adapters, Set<String> settled) {
        this.recorded = recorded;
        this.corrected = corrected;
        this.adapters = adapters;
        this.settled = settled;
    }

    /**
     * How the second file differs from the first, both bench.yaml or both device.yaml.
     *
     * @param settled channels whose file is in the recording already
     * @throws InputException at the first difference that is no such correction, or where a file cannot be read
     */
    public static List<Change> between(Path recorded, Path corrected, Adapters adapters, Set<String> settled) {
        BenchCorrection correction =
                new BenchCorrection(YamlFile.read(recorded), YamlFile.read(corrected), adapters, settled);
        correction.compare(List.of(), correction.recorded, correction.corrected, Place.of(corrected.toString()));
        return List.copyOf(correction.changes);
    }

    private void compare(List<String> path, @Nullable YamlNode then, @Nullable YamlNode now, Place place) {
        if (then != null && now != null && then.json().isObject() && now.json().isObject()) {
            Set<String> keys = new LinkedHashSet<>(now.fields().keySet());
            keys.addAll(then.fields().keySet());
            for (String key : keys) {
                YamlNode next = now.fields().get(key);
                compare(
                        Stream.concat(path.stream(), Stream.of(key)).toList(),
                        then.fields().get(key),
                        next,
                        next == null ? place : next.keyPlace());
            }
        } else if (!shown(then).equals(shown(now))) {
            Change change = new Change(String.join(".", path), shown(then), shown(now));
            if (!isOpen(path)) {
                throw refused(change, path, place);
            }
            changes.add(change);
        }
    }

    private static String shown(@Nullable YamlNode node) {
        if (node == null) {
            return "–";
        }
        return node.json().isContainerNode() ? node.json().toString() : node.raw();
    }

    /** Whether what stands there may be corrected. */
    private boolean isOpen(List<String> path) {
        int at = kind(path);
        if (path.size() < at + 2) {
            return false;
        }
        YamlNode then = owner(recorded, path);
        YamlNode now = owner(corrected, path);
        String name = path.get(at + 1);
        return switch (path.get(at)) {
            case CHANNELS ->
                isFile(now, name)
                        && (!then.mapping(CHANNELS).containsKey(name)
                                || isFile(then, name)
                                        && path.stream().skip(at + 2).noneMatch(CLOCK::contains)
                                        && (!path.get(path.size() - 1).equals(OVERLOAD)
                                                || words(now, name).containsAll(words(then, name))));
            case "signals" -> {
                YamlNode before = then.mapping("signals").get(name);
                YamlNode after = now.mapping("signals").get(name);
                yield after != null
                        && isFile(now, after.text("channel", ""))
                        && (before == null
                                || path.size() > at + 2 && isKey(now, after.text("channel", ""), path.get(at + 2)));
            }
            default -> false;
        };
    }

    /** Where the path says channels or signals. */
    private static int kind(List<String> path) {
        return path.get(0).equals("instruments") ? 2 : 0;
    }

    private static YamlNode owner(YamlNode root, List<String> path) {
        return kind(path) == 0 ? root : root.mapping("instruments").get(path.get(1));
    }

    private boolean isFile(YamlNode owner, String channel) {
        YamlNode entry = owner.mapping(CHANNELS).get(channel);
        return entry != null && entry.text("transport", "").equals(ChannelSpec.FILE) && !settled.contains(channel);
    }

    /** What stands for a value beyond the range on the channel, in small letters: as a number or no value it would be judged. */
    private static Set<String> words(YamlNode owner, String channel) {
        return owner.mapping(CHANNELS).get(channel).field(OVERLOAD).stream()
                .flatMap(node -> node.isScalar() ? Stream.of(node) : node.items().stream())
                .map(word -> word.raw().strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.equals(OVERLOAD))
                .collect(Collectors.toSet());
    }

    /** Whether the channel's codec reads the key: what all signals have is no part of how a file is read. */
    private boolean isKey(YamlNode owner, String channel, String key) {
        return adapters.codec(owner.mapping(CHANNELS).get(channel).text("codec", "")).stream()
                .map(Codec::signalKeys)
                .flatMap(List::stream)
                .map(Key::name)
                .anyMatch(key::equals);
    }

    /** The channel that the path belongs to; empty where it is none. */
    private String channel(List<String> path) {
        int at = kind(path);
        if (path.size() < at + 2) {
            return "";
        }
        String name = path.get(at + 1);
        YamlNode signal = owner(recorded, path).mapping(path.get(at)).get(name);
        return path.get(at).equals(CHANNELS) || signal == null ? name : signal.text("channel", "");
    }

    private InputException refused(Change change, List<String> path, Place place) {
        return new InputException(
                new Problem(
                        place,
                        new Text("%s 与记录的试验台不同（原为 %s，现为 %s）", "%s differs from the recorded bench (then %s, now %s)")
                                .with(change.key(), change.then(), change.now()),
                        settled.contains(channel(path))
                                ? new Text(
                                        "记录中已有该通道的文件，请对原来的证据包重新判定",
                                        "the file of this channel is in the recording already: judge the original bundle again")
                                : new Text(
                                        "运行之后只能更正文件如何读取与同步：传输为 file 的通道的各项（clock-uncertainty、clock-drift 除外，overload 只可增加），及其信号在行中的位置；其余请与记录的相同",
                                        "after a run only how files are read and aligned can be corrected: the keys of channels with transport file, but clock-uncertainty and clock-drift, and no word of overload taken away, and where their signals stand in a row; leave the rest as recorded")));
    }
}
