package org.plumbline.tcp;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.plumbline.text.Text;

/** What a failure of a socket means, in words. */
final class TcpCause {

    private TcpCause() {}

    static Text of(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return new Text("找不到主机", "the host is not known");
        } else if (failure instanceof SocketTimeoutException) {
            return new Text("连接超时", "the connection timed out");
        } else if (failure instanceof NoRouteToHostException) {
            return new Text("网络不可达（%s）", "the network does not lead there (%s)").with(failure.getMessage());
        } else if (failure instanceof ConnectException) {
            return new Text("连接被拒绝", "the connection was refused");
        } else if (failure instanceof EOFException) {
            return new Text("对方关闭了连接", "the other side closed the connection");
        }
        String message = failure.getMessage();
        return new Text("连接中断（%s）", "the connection broke (%s)")
                .with(message == null ? failure.getClass().getSimpleName() : message);
    }
}
