package org.plumbline.alignment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.FrameError;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;

/**
 * Goes along a run's recording and notes what of it may hide an occurrence of a signal's event: a frame that is missing, or
 * faulty and without a value of the signal; the loss of the channel; what was thrown away or never told apart.
 */
final class Losses {

    private final String channel;
    private final String signal;
    private SyncEvent.@Nullable Hiding first;
    private SyncEvent.@Nullable Hiding inFrame;
    private SyncEvent.@Nullable Hiding heldBack;
    private boolean sampled;

    Losses(String channel, String signal) {
        this.channel = channel;
        this.signal = signal;
    }

    void take(Observation next) {
        if (next instanceof Observation.Sample sample && sample.signal().equals(signal)) {
            sampled = true;
        } else if (next instanceof Observation.Frame frame && frame.channel().equals(channel)) {
            if (frame.direction() == Direction.RECEIVED) {
                endFrame();
            }
        } else if (next instanceof Observation.FrameFault fault
                && fault.channel().equals(channel)) {
            fault(fault);
        } else if (next instanceof Observation.ChannelEvent event
                && event.channel().equals(channel)) {
            event(event);
        }
    }

    private void endFrame() {
        if (inFrame != null && !sampled) {
            note(inFrame);
        }
        inFrame = null;
        sampled = false;
    }

    private void fault(Observation.FrameFault fault) {
        SyncEvent.Hiding hiding = hiding(
                fault.time(),
                new Text("通道 %s 有错误（%s）", "channel %s has a %s error")
                        .with(channel, fault.kind().words()));
        if (fault.kind() == FrameError.LOST || fault.kind() == FrameError.TIMEOUT) {
            note(hiding);
        } else {
            inFrame = inFrame == null ? hiding : inFrame;
        }
    }

    private void event(Observation.ChannelEvent event) {
        switch (event.kind()) {
            case LOST -> note(hiding(event.since(), new Text("通道 %s 断开", "channel %s was lost").with(channel)));
            case OVERRUN ->
                note(hiding(
                        event.since(),
                        new Text("通道 %s 丢失了已到达的数据", "channel %s lost some of what had arrived").with(channel)));
            case HELD_BACK ->
                heldBack = hiding(
                        event.since(),
                        new Text("通道 %s 上到达的帧未能区分", "frames on channel %s were not told apart").with(channel));
            case RELEASED -> heldBack = null;
            default -> {}
        }
    }

    private static SyncEvent.Hiding hiding(long time, Text words) {
        return new SyncEvent.Hiding(time, 0, words);
    }

    private void note(SyncEvent.Hiding hiding) {
        first = first == null || hiding.time() < first.time() ? hiding : first;
    }

    /** The first, once the recording has ended. */
    Optional<SyncEvent.Hiding> first() {
        endFrame();
        if (heldBack != null) {
            note(heldBack);
        }
        return Optional.ofNullable(first);
    }
}
