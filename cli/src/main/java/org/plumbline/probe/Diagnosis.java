package org.plumbline.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;
import org.plumbline.channel.Value;
import org.plumbline.error.PlumblineException;
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

    private final ChannelSpec channel;
    private final Bench bench;
    private final Adapters adapters;
    private final Clock clock;
    private final Consumer<Text> progress;

    Diagnosis(ChannelSpec channel, Bench bench, Adapters adapters, Clock clock, Consumer<Text> progress) {
        this.channel = channel;
        this.bench = bench;
        this.adapters = adapters;
        this.clock = clock;
        this.progress = progress;
    }

    /** @param listening paused by now */
    List<Text> of(Listening listening, Heard heard) {
        if (listening.decodes()) {
            return List.of(Unanswered.refused(heard).orElseGet(() -> others(heard)));
        }
        Optional<String> refused = refused(heard);
        if (refused.isPresent()) {
            return List.of(new Text("收到的数据完整，但不符合要求: %s", "what arrives is whole, but refused: %s")
                    .with(refused.get())
                    .and(Shown.last(heard)));
        }
        return switch (channel.transport()) {
            case "serial" -> serial(listening, heard);
            case "mqtt" -> mqtt(listening, heard);
            default -> List.of(heard.bytes() == 0 ? nothing() : undecodable(heard));
        };
    }

    private Text others(Heard heard) {
        return new Text("能解码，但没有一个声明的信号", "it decodes, but holds none of the declared signals")
                .and(Shown.came(bench.only(channel).signals(), heard))
                .and(Shown.last(heard));
    }

    /** What is wrong with a frame that came whole: another setting of the line would change nothing. */
    private Optional<String> refused(Heard heard) {
        if (heard.frames().count() == 0) {
            return Optional.empty();
        }
        List<String> refused = new ArrayList<>();
        decoder().decode(clock.now(), heard.lastFrame(), new DecodeSink() {
            @Override
            public void frame(long time, Packet frame) {}

            @Override
            public void sample(SignalSpec signal, Value value) {}

            @Override
            public void error(FrameError kind, String detail) {}

            @Override
            public void refused(FrameError kind, String detail) {
                refused.add(detail);
            }
        });
        return refused.stream().findFirst();
    }

    private static Text nothing() {
        return new Text("没有收到任何数据: 检查设备电源和接线", "nothing arrives: check power and cable of the device");
    }

    private static Text undecodable(Heard heard) {
        Text cause = heard.lastFault().isEmpty()
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
                : undecodable(heard);
        if (asks()) {
            return List.of(
                    what,
                    new Text(
                            "未试其他波特率: 该通道要发出询问，波特率不对的询问会干扰总线上的其他设备；请按设备手册核对 baud",
                            "no other baud rate was tried: this channel asks, and questions at a wrong rate would disturb"
                                    + " the other devices on a bus; compare baud with the device's manual"));
        }
        int now = channel.settings().integer("baud").orElse(9600);
        for (int rate : BAUD_RATES) {
            if (rate != now && decodesAt(rate, listening)) {
                return List.of(new Text(
                                "波特率 %d 有误: 用 %d 可以解码；请写 baud: %2$d",
                                "the baud rate %d is wrong: it decodes at %d; write baud: %2$d")
                        .with(now, rate));
            }
        }
        String tried = BAUD_RATES.stream()
                .sorted()
                .map(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return List.of(what, new Text("已试波特率 %s，都不能解码", "none of the baud rates %s decodes").with(tried));
    }

    private boolean asks() {
        return decoder() instanceof Poller;
    }

    private Decoder decoder() {
        List<SignalSpec> signals = bench.only(channel).signals();
        return adapters.codec(channel.codec()).orElseThrow().decoder(channel, signals);
    }

    private boolean decodesAt(int rate, Listening listening) {
        progress.accept(new Text("通道 %s: 试波特率 %d …", "channel %s: trying %d baud ...").with(channel.name(), rate));
        try {
            Listening trial = listening.retuned(with(channel.settings().with("baud", rate)), bench, adapters);
            try {
                long began = clock.now();
                return clock.await(() -> trial.heard().bytes() > 0, began + SILENCE)
                        && clock.await(trial::delivers, began + TRIAL);
            } finally {
                trial.pause();
            }
        } catch (PlumblineException e) {
            return false; // a rate that the port does not have
        }
    }

    private List<Text> mqtt(Listening listening, Heard heard) {
        String subscribed = String.join(", ", channel.settings().texts("subscribe"));
        if (heard.frames().count() > 0) {
            return List.of(undecodable(heard));
        }
        listening.close(); // a broker takes each client only once
        progress.accept(new Text("通道 %s: 查看代理上有哪些主题 …", "channel %s: looking which topics the broker has ...")
                .with(channel.name()));
        Text silent = heard.retained() > 0
                ? new Text(
                        "主题 %s 上只有代理保留的旧消息，设备现在没有发布",
                        "on %s there is only what the broker had kept: the device publishes nothing now")
                : new Text("主题 %s 上没有消息", "no message on %s");
        // options are those of the filters that are left out
        Settings everything = channel.settings().with("subscribe", List.of("#")).with("subscribe-options", Map.of());
        try (Listening all = Listening.to(with(everything), bench, adapters, clock)) {
            all.allStand(); // where this starts the bench's own broker anew
            clock.await(() -> false, clock.now() + TRIAL);
            List<String> topics = all.heard().topics();
            return List.of(
                    silent.with(subscribed),
                    topics.isEmpty()
                            ? new Text(
                                    "代理上没有任何消息: 设备没有连接这个代理",
                                    "the broker has no message at all: the device is not connected to it")
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
