package org.plumbline.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.text.Text;

/**
 * What arrived on one channel.
 *
 * @param duration how long it was listened to, in nanoseconds
 * @param frames whole or broken ones
 * @param faulty frames with a fault, without the first: it may have begun before; an answer that refuses is none
 * @param retained messages that a broker had kept from before; no frames
 * @param faults by kind, every one
 * @param signals what arrived of each, by name
 * @param topics that messages came from
 * @param kinds how many frames came of each, by its name in the protocol or by how they began
 * @param tail the newest bytes, whether or not frames became of them: at most {@value RawTail#MOST}
 * @param lastFrame an empty one where none arrived
 * @param lastFault what was wrong with the frame that was faulty last; empty where none was
 * @param gaps what is missing of signals so that a run would not judge them, a sentence for each
 * @param lost why the channel is broken now
 * @param broke why it broke last, although it may stand again
 * @param overrun what was thrown away before it was read
 */
public record Heard(
        long duration,
        long bytes,
        Arrivals frames,
        long faulty,
        long retained,
        Map<FrameError, FaultSeen> faults,
        Map<String, SignalSeen> signals,
        List<String> topics,
        Map<String, Long> kinds,
        byte[] tail,
        Packet lastFrame,
        Text lastFault,
        List<Text> gaps,
        Optional<Text> lost,
        Optional<Text> broke,
        Optional<Text> overrun) {}
