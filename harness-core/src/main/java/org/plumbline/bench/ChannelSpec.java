package org.plumbline.bench;

import java.util.List;

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

    /** The commands that are sent in this order each time the channel has been opened; without parameters. */
    public List<String> onOpen() {
        return settings.texts(ON_OPEN);
    }

    /** The commands that are sent in this order before the channel is closed; without parameters. */
    public List<String> onClose() {
        return settings.texts(ON_CLOSE);
    }

    /** Whether nothing comes of it while a run goes on, but a file afterwards. */
    public boolean comesAsFile() {
        return transport.equals(FILE);
    }
}
