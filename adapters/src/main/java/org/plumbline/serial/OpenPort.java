package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * A port that is open, and ours.
 *
 * @param overruns how often what had arrived was thrown away since the port exists; empty where nobody counts
 * @param unsent how many bytes the driver has taken and not sent yet; below zero where nobody knows
 */
record OpenPort(SerialPort port, PortLock lock, Supplier<OptionalLong> overruns, IntSupplier unsent)
        implements AutoCloseable {

    /** Also ends a read or a write that waits, and throws away what is not sent yet. */
    @Override
    public void close() {
        port.closePort();
        lock.close();
    }
}
