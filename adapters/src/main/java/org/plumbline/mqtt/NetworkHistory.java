package org.plumbline.mqtt;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.plumbline.channel.Packet;

/**
 * When the bench's own broker was stopped, and what it held back. A client that is refused, or was dropped, is heard all the same:
 * its logins are.
 */
final class NetworkHistory {

    private static final long NEVER = -1;

    private final Map<String, Long> heldUntil = new HashMap<>();
    private boolean stopped;
    private long startedAt = NEVER;

    private NetworkHistory() {}

    /**
     * What was sent up to a time.
     *
     * @param acts by the time of their sending, in nanoseconds since the run's start
     */
    static NetworkHistory of(String channel, SortedMap<Long, Packet> acts, long until) {
        NetworkHistory history = new NetworkHistory();
        acts.headMap(until + 1).forEach((time, packet) -> history.acted(time, NetworkAct.of(channel, packet)));
        return history;
    }

    private void acted(long time, NetworkAct act) {
        switch (act.kind()) {
            case STOP -> stopped = true;
            case START -> {
                startedAt = stopped ? time : startedAt;
                stopped = false;
            }
            case HOLD -> heldUntil.merge(act.client(), time + act.nanos(), Math::max);
            case RELEASE -> heldUntil.remove(act.client());
            case REFUSE, ADMIT, DROP -> {}
        }
    }

    /** Whether all has come that clients had to say in a stretch; {@code to} is the time up to which this was made. */
    boolean hearsAll(long from, long to) {
        return !stopped && startedAt <= from && heldUntil.values().stream().allMatch(end -> end <= to);
    }
}
