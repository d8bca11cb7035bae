package org.plumbline.probe;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.FrameError;
import org.plumbline.error.PlumblineException;
import org.plumbline.quantity.Quantity;
import org.plumbline.serial.SerialTransport;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;

/** Why a channel that could be opened delivers no signal: other settings are tried on it. */
final class Diagnosis {

    /** Those that devices of this trade are sold with. */
    private static final List<Integer> BAUD_RATES =
            List.of(9600, 115_200, 38_400, 19_200, 4800, 57_600, 230_400, 921_600);

    /** Long enough for two frames of a device that sends one a second, in nanoseconds. */
    private static final long TRIAL = 2_200_000_000L;

    /** Such a device has sent something by then, at whatever rate, in nanoseconds. */
    private static final long SILENCE = 1_200_000_000L;

    /** A device that takes the first question for the end of what came at the rate before answers the next. */
    private static final int ROUNDS = 3;

    /** A device that is asked more seldom gets no more time than one that is asked so often, in nanoseconds. */
    private static final long LONGEST_PERIOD = 5_000_000_000L;

    /** A frame that has begun has ended by then, in nanoseconds. */
    private static final long FRAME = 1_000_000_000L;

    /** For a device that sends seldom no trial waits longer than that for the next frame, in nanoseconds. */
    private static final long LONGEST = 30_000_000_000L;

    private static final Text OTHER_LINES = new Text(
            "收到的是可读的文本，波特率无误，未试其他波特率: 请对照所收的行核对 %s",
            "what comes is readable text, so the baud rate is right, and no other was tried: compare %s with the lines that"
                    + " come");

    private static final Text WRONG_SUMS = new Text(
            "收到的都是可读的语句，只是校验和不符或缺失，波特率无误，未试其他波特率: 请检查设备如何计算校验和，以及途中有没有什么改动了语句",
            "what comes are readable sentences, only their checksums are wrong or missing, so the baud rate is right, and no"
                    + " other was tried: look how the device computes them, and whether something on the way changes its"
                    + " sentences");

    private static final Text NOTHING = new Text(
            "波特率 %s 下各听 %s s，没有收到任何数据；设备发送间隔更长时，请加大 --for",
            "nothing was heard at the baud rates %s, for %s s each; if the device sends more seldom, listen longer with --for");

    private static final Text NO_ANSWER = new Text(
            "波特率 %s 下各询问 %s s，没有收到任何应答", "nothing answered at the baud rates %s, each of which was asked at for %s s");

    /** What came of another rate. */
    private enum Trial {
        DECODES,
        UNREADABLE,
        SILENT,
        /** The port does not have it. */
        REFUSED
    }

    private final ChannelSpec channel;
    private final Bench bench;
    private final Adapters adapters;
    private final Clock clock;
    private final Consumer<Text> progress;
    private final Reread reread;
    private final boolean asksAtOtherRates;

    /** @param asksAtOtherRates whether other baud rates are tried on it where it sends something, too */
    Diagnosis(
            ChannelSpec channel,
            Bench bench,
            Adapters adapters,
            Clock clock,
            Consumer<Text> progress,
            boolean asksAtOtherRates) {
        this.channel = channel;
        this.bench = bench;
        this.adapters = adapters;
        this.clock = clock;
        this.progress = progress;
        this.reread = new Reread(channel, bench, adapters);
        this.asksAtOtherRates = asksAtOtherRates;
    }

    /** @param listening paused by now */
    List<Text> of(Listening listening, Heard heard) {
        if (listening.decodes()) {
            return List.of(Unanswered.refused(heard).orElseGet(() -> others(heard)));
        }
        Optional<Text> refused = heard.frames().count() == 0 ? Optional.empty() : reread.refused(heard.lastFrame());
        if (refused.isPresent()) {
            return List.of(new Text("收到的数据完整，但不符合要求: %s", "what arrives is whole, but refused: %s")
                    .with(refused.get())
                    .and(Shown.last(heard)));
        }
        ModbusForm modbus = new ModbusForm(channel, adapters);
        Optional<Text> setting = new LineForm(heard.tail()).setting(channel).or(() -> modbus.setting(heard));
        if (setting.isPresent()) {
            return List.of(undecodable(heard), setting.get());
        }
        return switch (channel.transport()) {
            case "serial" -> serial(listening, heard);
            case "mqtt" -> mqtt(listening, heard);
            default ->
                List.of(heard.bytes() == 0 ? nothing().and(modbus.guess()).and(asking()) : undecodable(heard));
        };
    }

    private Text others(Heard heard) {
        return new Text("能解码，但没有一个声明的信号", "it decodes, but holds none of the declared signals")
                .and(Shown.came(bench.only(channel).signals(), heard))
                .and(Shown.last(heard));
    }

    private Text nothing() {
        if (channel.transport().equals("tcp")) {
            return new Text(
                            "对方 %s:%s 接受了连接，但没有发来一个字节: 检查串口服务器后面的设备是否通电、接线和串口参数，端口号是否正确，以及端口是否被别的客户端占用",
                            "%s:%s took the connection, but sends not a byte: check power, cable and serial settings of the"
                                    + " device behind a serial server, the port's number, and whether another client holds the"
                                    + " port")
                    .with(
                            channel.settings().shown("host").orElse(""),
                            channel.settings().shown("port").orElse(""));
        }
        return new Text("没有收到任何数据: 检查设备电源和接线", "nothing arrives: check power and cable of the device");
    }

    private Text asking() {
        return Unanswered.silent(channel, bench, reread.asks());
    }

    private static Text undecodable(Heard heard) {
        Text cause = heard.lastFault().en().isEmpty()
                ? Text.same("")
                : new Text("（%s）", " (%s)").with(Shown.line(heard.lastFault()));
        return new Text("收到 %d 字节，无法解码%s", "%d bytes arrived that cannot be decoded%s")
                .with(heard.bytes(), cause)
                .and(Shown.last(heard));
    }

    private List<Text> serial(Listening listening, Heard heard) {
        Text what = heard.bytes() == 0
                ? new Text(
                                "没有收到任何数据: 检查设备电源、收发线是否接反、端口是否正确",
                                "nothing arrives: check the device's power, whether receive and transmit are swapped, and the port")
                        .and(asking())
                : undecodable(heard);
        if (!asksAtOtherRates && (reread.asks() || !channel.onOpen().isEmpty())) {
            return List.of(
                    what,
                    new Text(
                                    "未试其他波特率: 该通道要发送询问或命令，波特率不对时会干扰总线上的其他设备；请按设备手册核对 baud，"
                                            + "或者，如果线上只有该设备，加上 --try-baud %s",
                                    "no other baud rate was tried: this channel sends questions or commands, which at a wrong rate"
                                            + " would disturb the other devices on a bus; compare baud with the device's manual, or"
                                            + " add --try-baud %s if the device is alone on its line")
                            .with(channel.name()));
        }
        Optional<Text> right = rateIsRight(heard);
        if (right.isPresent()) {
            return List.of(what, right.get());
        }
        int now = channel.settings().integer("baud").orElse(SerialTransport.USUAL_BAUD);
        long patience = heard.bytes() == 0 ? least() : patience(least(), heard);
        List<Integer> rates = BAUD_RATES.stream().filter(rate -> rate != now).toList();
        Map<Trial, Set<Integer>> trials = new EnumMap<>(Trial.class);
        trials.put(heard.bytes() == 0 ? Trial.SILENT : Trial.UNREADABLE, new TreeSet<>(Set.of(now)));
        for (int rate : rates) {
            Trial trial = tried(rate, listening, patience, rates.size());
            if (trial == Trial.DECODES) {
                return List.of(new Text(
                                "波特率 %d 有误: 用 %d 可以解码；请写 baud: %2$d",
                                "the baud rate %d is wrong: it decodes at %d; write baud: %2$d")
                        .with(now, rate));
            }
            trials.computeIfAbsent(trial, any -> new TreeSet<>()).add(rate);
        }
        return Stream.of(
                        Optional.of(what),
                        rates(trials, Trial.UNREADABLE)
                                .map(unreadable -> new Text("已试波特率 %s，都不能解码", "none of the baud rates %s decodes")
                                        .with(unreadable)),
                        rates(trials, Trial.SILENT)
                                .map(silent -> (reread.asks() ? NO_ANSWER : NOTHING).with(silent, seconds(patience))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A wrong rate makes neither readable text nor frame after frame of the right shape, with no noise between. */
    private Optional<Text> rateIsRight(Heard heard) {
        FaultSeen checks = heard.faults().get(FrameError.CHECKSUM);
        boolean unchecked = checks != null
                && checks.count() >= Listening.PROOF
                && heard.frames().count() - checks.count() <= 1;
        if (new LineForm(heard.tail()).isText()) {
            return Optional.of(unchecked ? WRONG_SUMS : OTHER_LINES.with(comparable()));
        }
        return unchecked
                ? Optional.of(
                        new Text(
                                "收到的帧形状都正确，只是校验值不符，波特率无误，未试其他波特率: 请按设备手册核对校验算法、校验范围和字节序",
                                "every frame has the right shape, only its check value is wrong, so the baud rate is right, and no other"
                                        + " was tried: compare the check's algorithm, range and byte order with the device's manual"))
                : Optional.empty();
    }

    /** Of the keys that say how lines are read, those of this codec. */
    private Text comparable() {
        return channel.codec().equals("lines")
                ? new Text("codec、pattern 和行尾", "codec, pattern and line end")
                : Text.same("codec");
    }

    private static Optional<String> rates(Map<Trial, Set<Integer>> trials, Trial trial) {
        return Optional.ofNullable(trials.get(trial))
                .map(rates -> rates.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** By then a device has sent something at its rate, in nanoseconds. */
    private long least() {
        return Math.max(SILENCE, ROUNDS * Math.min(reread.longestPeriod(), LONGEST_PERIOD));
    }

    /** A device that was heard once in that time is heard in as long a time again. */
    private static long patience(long least, Heard heard) {
        return Math.max(least, Math.min(heard.duration(), LONGEST));
    }

    private static String seconds(long nanos) {
        return Quantity.plain(Math.round(nanos / 1e8) / 10.0);
    }

    private Trial tried(int rate, Listening listening, long patience, int rates) {
        long most = Math.max(TRIAL, patience + FRAME);
        progress.accept(new Text(
                        "通道 %s: 试波特率 %d，至多 %s s（%d 个波特率共至多 %s s）…",
                        "channel %s: trying %d baud, for %s s at most (all %d rates: %s s at most) ...")
                .with(channel.name(), rate, seconds(most), rates, seconds(rates * most)));
        try {
            Listening trial = listening.retuned(with(channel.settings().with("baud", rate)), bench, adapters);
            try {
                long began = clock.now();
                if (!clock.await(() -> trial.heard().bytes() > 0, began + patience)) {
                    return Trial.SILENT;
                }
                boolean begins =
                        clock.await(trial::delivers, Math.max(began + Math.max(TRIAL, least()), clock.now() + FRAME));
                return begins && clock.await(trial::proves, clock.now() + Math.max(TRIAL, 3 * patience))
                        ? Trial.DECODES
                        : Trial.UNREADABLE;
            } finally {
                trial.pause();
            }
        } catch (PlumblineException e) {
            return Trial.REFUSED;
        }
    }

    private List<Text> mqtt(Listening listening, Heard heard) {
        String subscribed = String.join(", ", channel.settings().texts("subscribe"));
        if (heard.frames().count() > 0) {
            return List.of(undecodable(heard));
        }
        if (subscribed.isEmpty()) {
            return List.of(new Text(
                    "没有收到任何控制报文: 没有设备连接试验台自带的代理；通道也没有订阅任何主题（subscribe 为空）",
                    "no control packet comes: no device connects to the bench's own broker; nor does the channel subscribe to any"
                            + " topic (subscribe is empty)"));
        }
        listening.close(); // a broker takes each client only once
        long patience = patience(TRIAL, heard);
        progress.accept(
                new Text("通道 %s: 查看代理上有哪些主题，%s s …", "channel %s: looking for %s s which topics the broker has ...")
                        .with(channel.name(), seconds(patience)));
        Text silent = heard.retained() > 0
                ? new Text(
                        "主题 %s 上只有代理保留的旧消息，设备现在没有发布",
                        "on %s there is only what the broker had kept: the device publishes nothing now")
                : new Text("主题 %s 上没有消息", "no message on %s");
        // options are those of the filters that are left out
        Settings everything = channel.settings().with("subscribe", List.of("#")).with("subscribe-options", Map.of());
        try (Listening all = Listening.to(with(everything), bench, adapters, clock)) {
            all.allStand(); // where this starts the bench's own broker anew
            clock.await(() -> false, clock.now() + patience);
            List<String> topics = all.heard().topics();
            return List.of(
                    silent.with(subscribed),
                    topics.isEmpty()
                            ? new Text(
                                            "代理上 %s s 内没有任何消息: 设备没有连接这个代理，或发送间隔更长（请加大 --for）",
                                            "the broker had no message at all in %s s: the device is not connected to it, or"
                                                    + " sends more seldom (listen longer with --for)")
                                    .with(seconds(patience))
                            : new Text("代理上有消息的主题: %s", "topics that the broker has messages on: %s")
                                    .with(Shown.some(topics)));
        } catch (PlumblineException e) {
            return List.of(
                    silent.with(subscribed), new Text("无法查看其他主题: ", "other topics cannot be seen: ").and(e.words()));
        }
    }

    private ChannelSpec with(Settings changed) {
        return new ChannelSpec(channel.name(), channel.owner(), channel.transport(), channel.codec(), changed);
    }
}
