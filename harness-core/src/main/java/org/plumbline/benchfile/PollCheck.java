package org.plumbline.benchfile;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Poller;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.Problems;

/** Refuses questions that cannot be asked, that change what is observed, or of which the answers cannot be told apart. */
final class PollCheck {

    private final Adapters adapters;
    private final ChannelSpec channel;
    private final List<String> poll;
    private final List<SignalSpec> signals;
    private final List<CommandSpec> questions;
    private final Problems problems;

    PollCheck(Bench bench, Adapters adapters, ChannelSpec channel, Problems problems) {
        this.adapters = adapters;
        this.channel = channel;
        this.poll = channel.poll();
        Bench alone = bench.only(channel);
        this.signals = alone.signals();
        this.questions = alone.commands().stream()
                .filter(command -> poll.contains(command.name()))
                .toList();
        this.problems = problems;
    }

    void check() {
        signals.forEach(this::answer);
        if (poll.isEmpty()) {
            Stream.of(ChannelSpec.POLL_PERIOD, ChannelSpec.POLL_TIMEOUT).forEach(this::idle);
            return;
        }
        problems.keep(channel::pollPeriod);
        problems.keep(channel::pollTimeout);
        IntStream.range(0, poll.size())
                .filter(i -> poll.indexOf(poll.get(i)) < i)
                .forEach(this::twice);
        unfit().ifPresentOrElse(problems::add, () -> {
            questions.forEach(question -> changes(question).ifPresent(problems::add));
            if (questions.size() > 1) {
                questions.forEach(this::told);
            }
        });
    }

    private void answer(SignalSpec signal) {
        List<String> asked = questions.stream().map(CommandSpec::name).toList();
        signal.answerTo()
                .filter(question -> !poll.contains(question))
                .ifPresent(question -> problems.add(
                        signal.settings().placeOf(SignalSpec.ANSWER_TO),
                        new Text("通道 %s 不询问“%s”（poll）", "channel %s does not ask \"%s\" (poll)")
                                .with(channel.name(), question),
                        asked.isEmpty()
                                ? new Text(
                                        "请先在该通道的 poll 中列出询问的命令，或删除 answer-to",
                                        "list the command that asks under the channel's poll first, or take answer-to out")
                                : Nearest.remedy(question, asked)));
    }

    private void idle(String key) {
        if (channel.settings().keys().contains(key)) {
            problems.add(
                    channel.settings().placeOf(key),
                    new Text("有 %s 而没有 poll：没有要问的", "%s without poll: nothing is asked").with(key),
                    new Text("请在 poll 中列出询问的命令，或删除该键", "list the commands that ask under poll, or take the key out"));
        }
    }

    private void twice(int at) {
        problems.add(
                channel.settings().placeOf(ChannelSpec.POLL + "[" + at + "]"),
                new Text("poll 中重复列出“%s”", "poll lists \"%s\" more than once").with(poll.get(at)),
                new Text("请只列一次；询问的快慢由 poll-period 决定", "list it once; poll-period says how often it is asked"));
    }

    private Optional<Problem> unfit() {
        Optional<Carriage> carried =
                adapters.transport(channel.transport()).orElseThrow().carries();
        if (carried.isPresent() && !carried.get().equals(Carriage.STREAM)) {
            return Optional.of(refused(
                    new Text(
                                    "poll 不能用于 %s：只有字节流（如 serial、tcp）才一问一答",
                                    "poll is not for %s: a question is followed by its answer on a stream of bytes alone, such"
                                            + " as serial and tcp")
                            .with(channel.transport()),
                    new Text(
                            "请删除 poll，需要时在场景中发送该命令",
                            "take poll out; where it is needed, send the command in a scenario")));
        }
        return adapters.codec(channel.codec()).orElseThrow().decoder(channel, signals) instanceof Poller
                ? Optional.of(refused(
                        new Text("编解码 %s 自己询问各信号的值", "codec %s itself asks for the values of its signals")
                                .with(channel.codec()),
                        new Text("请删除 poll", "take poll out")))
                : Optional.empty();
    }

    /** A question goes out in the midst of what is observed, and ends no stretch of it. */
    private Optional<Problem> changes(CommandSpec command) {
        boolean stops = command.name().equals(CommandSpec.SAFE_STATE);
        if (!stops && !command.changesState()) {
            return Optional.empty();
        }
        return Optional.of(refused(
                stops
                        ? new Text("poll 不能反复发送停止设备的 safe-state", "poll cannot send safe-state, which stops the device")
                        : new Text(
                                        "命令“%s”会改变设备状态，不能用作询问",
                                        "the command \"%s\" changes the device's state: it is no question")
                                .with(command.name()),
                new Text(
                        "请列出只读取的命令，并声明其 changes-state: false",
                        "list a command that only reads, and declare changes-state: false with it")));
    }

    /** Of two numbers without a label nobody could tell which answers which question. */
    private void told(CommandSpec question) {
        String name = question.name();
        if (signals.stream().noneMatch(signal -> signal.answerTo().equals(Optional.of(name)))) {
            problems.add(refused(
                    new Text(
                                    "通道 %s 询问不止一项，而没有信号声明它是“%s”的应答，各项应答无法区分",
                                    "channel %s asks several questions, but no signal says that it answers \"%s\": their answers"
                                            + " cannot be told apart")
                            .with(channel.name(), name),
                    new Text("请在该应答的信号中写 answer-to: %s", "write answer-to: %s with a signal of that answer")
                            .with(name)));
        }
    }

    private Problem refused(Text what, Text remedy) {
        Place place = channel.settings().placeOf(ChannelSpec.POLL);
        return new Problem(place, what, remedy);
    }
}
