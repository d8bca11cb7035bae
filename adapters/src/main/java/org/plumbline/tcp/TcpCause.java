package org.plumbline.tcp;

import java.io.EOFException;
import java.io.IOException;
import org.plumbline.socket.Unconnected;
import org.plumbline.text.Text;

/** What a failure of a socket means, in words. */
final class TcpCause {

    private TcpCause() {}

    static Text of(IOException failure) {
        return Unconnected.words(failure).orElseGet(() -> broken(failure));
    }

    private static Text broken(IOException failure) {
        if (failure instanceof EOFException) {
            return new Text("对方关闭了连接", "the other side closed the connection");
        }
        String message = failure.getMessage();
        return new Text("连接中断（%s）", "the connection broke (%s)")
                .with(message == null ? failure.getClass().getSimpleName() : message);
    }
}
