package org.plumbline.run;

import java.util.Optional;
import org.plumbline.text.Text;

/**
 * Holds a transport to what {@link org.plumbline.channel.Receiver} asks of the times of what arrives: those of its clock, in the
 * order of arrival. Otherwise a device would be judged by times at which nothing came. One that is behind by always the same
 * cannot be told. Not thread-safe.
 */
final class ArrivalTimes {

    static final Text FAULT = new Text(
            "（问题在传输或提供它的插件，不在设备：请换用其他版本，或向其作者报告）",
            " (the fault is the transport's, or its plugin's, not the device's: use another version, or report it to its author)");

    private static final Text AHEAD = new Text(
                    "传输 %s 给出的到达时间为 %.6f s，而当时才 %.6f s",
                    "transport %s gives what arrives the time %.6f s, and it was only %.6f s")
            .and(FAULT);

    private static final Text BACK = new Text(
                    "传输 %s 给出的到达时间为 %.6f s，早于通道打开或前一次到达的 %.6f s",
                    "transport %s gives what arrives the time %.6f s, before %.6f s, when the channel was opened or something came before it")
            .and(FAULT);

    private final String transport;
    private volatile long previous;

    ArrivalTimes(String transport) {
        this.transport = transport;
    }

    /** The channel is about to be opened. */
    void begin(long now) {
        previous = now;
    }

    /** When something came last, or the channel was opened, in nanoseconds since the run's start. */
    long previous() {
        return previous;
    }

    /** What is wrong with the time of what arrives next; empty where nothing. */
    Optional<Text> wrong(long time, long now) {
        if (time > now) {
            return Optional.of(AHEAD.with(transport, time / 1e9, now / 1e9));
        }
        return time < previous ? Optional.of(BACK.with(transport, time / 1e9, previous / 1e9)) : Optional.empty();
    }

    /** Something came at that time. */
    void came(long time) {
        previous = time;
    }
}
