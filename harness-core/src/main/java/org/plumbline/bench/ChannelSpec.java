package org.plumbline.bench;

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

    /** Whether nothing comes of it while a run goes on, but a file afterwards. */
    public boolean comesAsFile() {
        return transport.equals(FILE);
    }
}
