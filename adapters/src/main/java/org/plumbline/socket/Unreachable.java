package org.plumbline.socket;

import java.net.NoRouteToHostException;
import java.net.SocketException;

/** Tells what kept a connection from being made from what broke one that stood. */
public final class Unreachable {

    private Unreachable() {}

    /**
     * What a failure to connect is. For a network that does not lead there Java has no exception of its own but the one
     * that a reset connection gets, too: it becomes one for a host without a route, with the same message.
     */
    public static SocketException of(SocketException failure) {
        return failure.getClass() == SocketException.class ? new NoRouteToHostException(failure.getMessage()) : failure;
    }
}
