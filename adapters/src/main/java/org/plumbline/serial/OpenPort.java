package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A port that is open, and ours.
 *
 * @param overruns how often what had arrived was thrown away since the port exists; empty where nobody counts
 */
record OpenPort(SerialPort port, PortLock lock, Supplier<OptionalLong> overruns) implements AutoCloseable {

    /** Also ends a read or a write that waits. */
    @Override
    public void close() {
        port.closePort();
        lock.close();
    }
}
