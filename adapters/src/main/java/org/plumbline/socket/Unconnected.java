package org.plumbline.socket;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.plumbline.text.Text;

/** What kept a connection from being made. */
public final class Unconnected {

    private Unconnected() {}

    /**
     * What a failure to connect is. For a network that does not lead there Java has no exception of its own but the one
     * that a reset connection gets, too: it becomes one for a host without a route, with the same message.
     */
    public static SocketException of(SocketException failure) {
        return failure.getClass() == SocketException.class ? new NoRouteToHostException(failure.getMessage()) : failure;
    }

    /** Its words; empty where it is another failure. */
    public static Optional<Text> words(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return Optional.of(new Text("找不到主机", "the host is not known"));
        } else if (failure instanceof SocketTimeoutException) {
            return Optional.of(new Text("连接超时", "the connection timed out"));
        } else if (failure instanceof NoRouteToHostException) {
            return Optional.of(
                    new Text("网络不可达（%s）", "the network does not lead there (%s)").with(failure.getMessage()));
        } else if (failure instanceof ConnectException) {
            return Optional.of(new Text("连接被拒绝", "the connection was refused"));
        }
        return Optional.empty();
    }
}
