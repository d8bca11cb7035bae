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

    /** What to do about it; empty where it is another failure. */
    public static Optional<Text> remedy(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return Optional.of(
                    new Text("请检查主机名的拼写和域名解析，或改写 IP 地址", "check the host's name and DNS, or write its IP address"));
        } else if (failure instanceof SocketTimeoutException) {
            return Optional.of(
                    new Text(
                            "请检查主机地址、对方是否通电，以及防火墙是否放行该端口",
                            "check the host's address, that it is switched on, and that no firewall drops what goes to the port"));
        } else if (failure instanceof NoRouteToHostException) {
            return Optional.of(new Text(
                    "请检查主机地址、网线，以及本机的网络设置",
                    "check the host's address, the cable, and this computer's network settings"));
        } else if (failure instanceof ConnectException) {
            return Optional.of(
                    new Text("请检查主机和端口，以及其上的服务是否已启动", "check host and port, and that the service there runs"));
        }
        return Optional.empty();
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
