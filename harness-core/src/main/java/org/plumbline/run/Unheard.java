package org.plumbline.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.channel.Packet;
import org.plumbline.measure.Measurement;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Timeline;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/**
 * Commands of which the broker says that they reached nobody. Where nobody has been subscribed in the whole run the bench may be
 * wired wrongly, and nothing is shown; a device that was there and did not subscribe again is judged as one that did not react.
 */
public final class Unheard {

    private static final Text REACHED_NOBODY =
            new Text("命令 %s 无人接收（%s），无法证明未反应", "command %s reached nobody (%s): no proof either way");
    private static final Text HEARD_BEFORE = new Text(
            "；代理称命令无人接收（%s），但本次运行中此前有人订阅",
            "; the broker says that the command reached nobody (%s), but earlier in this run somebody was subscribed");

    private final Session session;
    private final Timeline timeline;

    /** Those on that session's timeline. */
    public Unheard(Session session) {
        this.session = session;
        this.timeline = session.timeline();
    }

    /**
     * Refuses to hold it against the device that it did not react to a command that reached nobody, unless an earlier one to the
     * same address reached somebody.
     *
     * @param sent nanoseconds since the run's start
     * @throws NotReachedException where it is so
     */
    public void require(String command, long sent) {
        Optional<Text> cause = cause(sent, sent);
        if (cause.isPresent()
                && at(sent).filter(each -> each.command().equals(command)).noneMatch(this::isHeardBefore)) {
            throw new NotReachedException(REACHED_NOBODY.with(command, cause.get()));
        }
    }

    /**
     * The judgement; a fail of what was measured from such a command on says so, and is inconclusive where none before it reached
     * anybody.
     */
    public Judgement named(Judgement judgement) {
        Measurement measurement = judgement.measurement();
        return judgement.verdict() != Verdict.FAIL || measurement == null
                ? judgement
                : cause(measurement.from(), measurement.from())
                        .map(cause -> named(judgement, measurement.from(), cause))
                        .orElse(judgement);
    }

    private Judgement named(Judgement judgement, long sent, Text cause) {
        List<CommandSent> commands = at(sent).toList();
        String names = commands.stream().map(CommandSent::command).collect(Collectors.joining(", "));
        return commands.stream().anyMatch(this::isHeardBefore)
                ? judgement.and(HEARD_BEFORE.with(cause))
                : judgement.doubted(REACHED_NOBODY.with(names, cause));
    }

    private Stream<CommandSent> at(long sent) {
        return timeline.commands(sent, sent).stream();
    }

    /**
     * What the broker says of the first that was sent between two times, both included.
     *
     * @param from nanoseconds since the run's start
     */
    Optional<Text> cause(long from, long to) {
        return events(from)
                .filter(event -> event.since() >= from && event.since() <= to)
                .findFirst()
                .map(ChannelEvent::detail);
    }

    private Stream<ChannelEvent> events(long from) {
        return timeline.events(from, Long.MAX_VALUE).stream()
                .filter(event -> event.kind() == ChannelEvent.Kind.UNHEARD);
    }

    /**
     * Whether somebody heard an earlier one to the same address. Of a repetition the broker's word is noted where it begins:
     * silence after that shows nothing, but one that is noted again had been heard.
     */
    private boolean isHeardBefore(CommandSent last) {
        String channel = channel(last);
        String address = session.encoded(last).address();
        Set<Long> unheard = events(0)
                .filter(event -> event.channel().equals(channel))
                .map(ChannelEvent::since)
                .collect(Collectors.toSet());
        boolean missed = false;
        for (CommandSent sent : timeline.commands(0, last.time() - 1)) {
            if (channel(sent).equals(channel) && goesTo(address, session.encoded(sent))) {
                boolean noted = unheard.contains(sent.time());
                if (sent.repeated() && missed ? noted : !noted) {
                    return true;
                }
                missed = true;
            }
        }
        return false;
    }

    private String channel(CommandSent sent) {
        return session.bench().command(sent.command()).orElseThrow().channel();
    }

    /** What a broker keeps is for those who come: who is there already is not asked. */
    private static boolean goesTo(String address, Packet packet) {
        return !packet.retained() && packet.address().equals(address);
    }
}
