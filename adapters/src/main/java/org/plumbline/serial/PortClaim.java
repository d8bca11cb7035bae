package org.plumbline.serial;

import org.jspecify.annotations.Nullable;

/** What came of asking for a port. */
sealed interface PortClaim {

    /** It is ours until the lock is closed or the process ends. */
    record Granted(PortLock lock) implements PortClaim {}

    /**
     * Another one has it.
     *
     * @param pid the process that has it, as it wrote it down; {@code ?} where it has not done so yet
     * @param channel which of this process has it; null where another process has
     */
    record Held(String pid, @Nullable String channel) implements PortClaim {}
}
