package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The links that are open in this process. When the JVM ends, jSerialComm closes every port at once, in parallel with
 * everybody else's shutdown hooks; but it lets hooks of its own go first. The one here waits until whoever opened the links
 * has closed them, so that the command which stops a device after Ctrl-C still goes out.
 */
final class OpenLinks {

    private static final long PATIENCE_MILLIS = 10_000;

    /** One a process, as the library's hooks are. */
    private static final OpenLinks HERE = new OpenLinks();

    private final Set<SerialLink> links = ConcurrentHashMap.newKeySet();

    private OpenLinks() {
        SerialPort.addShutdownHook(new Thread(this::awaitClosed, "plumbline-serial-shutdown"));
    }

    static void opened(SerialLink link) {
        HERE.links.add(link);
    }

    static void closed(SerialLink link) {
        HERE.links.remove(link);
    }

    private void awaitClosed() {
        for (SerialLink link : links) {
            if (!link.awaitClosed(PATIENCE_MILLIS)) {
                return;
            }
        }
    }
}
