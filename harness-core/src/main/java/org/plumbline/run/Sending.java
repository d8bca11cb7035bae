package org.plumbline.run;

import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;

/**
 * One sending of a command.
 *
 * @param command its name
 * @param repeated whether it goes out by itself, as one of a repetition
 */
record Sending(String command, boolean repeated) {

    /** Whether it is what a channel sends by itself once it is open. */
    boolean opens() {
        return command.equals(ChannelSpec.ON_OPEN);
    }

    /** Whether it goes out in a run that has ended, too: it stops the device, or ends its channel. */
    boolean ends() {
        return stops() || command.equals(ChannelSpec.ON_CLOSE);
    }

    /** Whether it stops the device: then nothing that may wait for a disk comes before it. */
    boolean stops() {
        return command.equals(CommandSpec.SAFE_STATE);
    }
}
