package org.plumbline.bench;

import java.util.List;
import org.plumbline.error.InputException;

/**
 * One connection as device.yaml or bench.yaml describes it.
 *
 * @param name unique on the bench
 * @param owner the device ({@link Device#OWNER}) or the instrument's name
 * @param transport the name of a {@link org.plumbline.channel.Transport}
 * @param codec the name of a {@link org.plumbline.channel.Codec}
 * @param settings what else is said there
 */
public record ChannelSpec(String name, String owner, String transport, String codec, Settings settings) {

    /** The transport of what comes as a file after the run. */
    public static final String FILE = "file";

    /** The key of {@link #onOpen}. */
    public static final String ON_OPEN = "on-open";

    /** The key of {@link #onClose}. */
    public static final String ON_CLOSE = "on-close";

    /** The key of {@link #poll}. */
    public static final String POLL = "poll";

    /** The key of {@link #pollPeriod}. */
    public static final String POLL_PERIOD = "poll-period";

    /** The key of {@link #pollTimeout}. */
    public static final String POLL_TIMEOUT = "poll-timeout";

    private static final long SECOND = 1_000_000_000L;

    /** The commands that are sent in this order each time the channel has been opened; without parameters. */
    public List<String> onOpen() {
        return settings.texts(ON_OPEN);
    }

    /** The commands that are sent in this order before the channel is closed; without parameters. */
    public List<String> onClose() {
        return settings.texts(ON_CLOSE);
    }

    /** The commands that ask in turn for what comes on the channel; without parameters. */
    public List<String> poll() {
        return settings.texts(POLL);
    }

    /**
     * How often all of {@link #poll} are asked, in nanoseconds.
     *
     * @throws InputException where it is no duration
     */
    public long pollPeriod() {
        return settings.duration(POLL_PERIOD).orElse(SECOND);
    }

    /**
     * How long an answer to one of {@link #poll} is waited for, in nanoseconds.
     *
     * @throws InputException where it is no duration
     */
    public long pollTimeout() {
        return settings.duration(POLL_TIMEOUT).orElseGet(() -> Math.min(SECOND, pollPeriod()));
    }

    /** Whether nothing comes of it while a run goes on, but a file afterwards. */
    public boolean comesAsFile() {
        return transport.equals(FILE);
    }
}
