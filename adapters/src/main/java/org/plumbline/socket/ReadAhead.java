package org.plumbline.socket;

import java.io.BufferedInputStream;
import java.io.InputStream;

/**
 * What has come is read at once and kept. Paho reads the first bytes of each message one by one, and asks before each
 * message how much is there, which it makes no use of: four calls of the operating system for a message, where one serves
 * for many. Java's TLS reads each record in two pieces.
 */
final class ReadAhead extends BufferedInputStream {

    private static final int BUFFER = 1 << 16;

    ReadAhead(InputStream in) {
        super(in, BUFFER);
    }

    /** What is kept: the operating system is not asked. */
    @Override
    public synchronized int available() {
        return count - pos;
    }
}
