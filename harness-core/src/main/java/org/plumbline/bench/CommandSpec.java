package org.plumbline.bench;

/**
 * One named action and how it is put on the wire.
 *
 * @param name unique on the bench
 * @param changesState false for commands that leave the device as it is (a heartbeat), so that observation goes on
 * @param settings what the codec needs to encode it; texts may hold parameters as {@code {name}}
 */
public record CommandSpec(String name, String channel, boolean changesState, Settings settings) {

    /** The command that stops every motion; sent before a run ends early. */
    public static final String SAFE_STATE = "safe-state";
}
