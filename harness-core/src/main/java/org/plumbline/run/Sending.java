package org.plumbline.run;

import org.plumbline.bench.CommandSpec;

/**
 * One sending of a command.
 *
 * @param command its name
 * @param repeated whether it goes out by itself, as one of a repetition
 */
record Sending(String command, boolean repeated) {

    /** Whether it stops the device: then nothing that may wait for a disk comes before it. */
    boolean stops() {
        return command.equals(CommandSpec.SAFE_STATE);
    }
}
