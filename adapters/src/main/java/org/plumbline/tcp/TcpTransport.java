package org.plumbline.tcp;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Loopback;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.socket.Unconnected;
import org.plumbline.text.Text;

/** Bytes over TCP as they are, without telnet's control sequences (RFC 2217): a serial server in raw mode, or a device. */
public final class TcpTransport implements Transport {

    @Override
    public String name() {
        return "tcp";
    }

    @Override
    public Optional<Carriage> carries() {
        return Optional.of(Carriage.STREAM);
    }

    @Override
    public List<Key> keys() {
        return TcpSettings.KEYS;
    }

    @Override
    public Loopback loopback(ChannelSpec channel, LongSupplier now) {
        return TcpLoopback.through(this, channel, now);
    }

    @Override
    public Link open(ChannelSpec channel, Receiver receiver) {
        TcpSettings settings = TcpSettings.of(channel.settings());
        TcpLink link = new TcpLink(channel.name(), settings, receiver);
        try {
            link.open();
            return link;
        } catch (IOException e) {
            link.close();
            Text cause = TcpCause.of(e);
            throw new BenchException(
                    Problem.of(
                            new Text("通道 %s 无法连接 %s: %s", "channel %s: no connection to %s: %s")
                                    .with(channel.name(), settings.shown(), cause),
                            remedy(e)),
                    e);
        }
    }

    /** Some serial servers refuse all but one client. */
    private static Text remedy(IOException failure) {
        return Unconnected.remedy(failure)
                .filter(remedy -> !(failure instanceof ConnectException))
                .orElse(new Text(
                        "请检查 host、port，以及串口服务器是否已启动且未被占用",
                        "check host and port, and that the serial server runs and nobody else holds it"));
    }
}
