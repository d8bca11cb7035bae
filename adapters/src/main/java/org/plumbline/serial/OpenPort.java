package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * A port that is open, and ours.
 *
 * @param counters what had arrived and was thrown away since the port exists; empty where nobody counts
 * @param unsent how many bytes the driver has taken and not sent yet; below zero where nobody knows
 * @param others who opens it beside us
 * @param discarded how many bytes were waiting in it when it was opened, and were thrown away
 */
record OpenPort(
        SerialPort port,
        PortLock lock,
        Supplier<Optional<LineCount>> counters,
        IntSupplier unsent,
        PortWatch others,
        int discarded)
        implements AutoCloseable {

    /** Also ends a read or a write that waits, and throws away what is not sent yet. */
    @Override
    public void close() {
        port.closePort();
        others.close();
        lock.close();
    }
}
