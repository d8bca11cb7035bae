package org.plumbline.mqtt;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.broker.BenchBroker;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** A connection of the harness to the bench's own broker. What is sent to {@code $mqtt/network/…} acts on the broker. */
final class BenchBrokerLink implements Link {

    private static final Text CHECK_CLIENT = new Text("请核对命令中的 client", "check client in the command");

    private final MqttSettings settings;
    private final MqttLink messages;
    private final SharedBroker shared;
    private final BenchBroker broker;
    private final Receiver receiver;

    BenchBrokerLink(MqttSettings settings, SharedBroker shared, MqttLink messages, Receiver receiver) {
        this.settings = settings;
        this.messages = messages;
        this.shared = shared;
        this.broker = shared.broker();
        this.receiver = receiver;
    }

    /** The network was not as bad as the test wants it: what stands in this trial is not judged. */
    private void full(String client) {
        messages.spoil(
                receiver.now(),
                new Text(
                                "为%s扣住的数据超过 64 MB，已提前放行；请缩短 hold 的时间，或减少发往它的数据",
                                "more than 64 MB were held back for %s and had to be let go before the time; hold it for less time,"
                                        + " or have less sent to it")
                        .with(
                                client.isEmpty()
                                        ? new Text("各客户端", "the clients")
                                        : new Text("客户端 " + client + " ", "client " + client)));
    }

    void open() throws Exception {
        shared.open(messages);
    }

    @Override
    public void allStand() {
        broker.open();
    }

    @Override
    public void send(Packet packet) {
        if (packet.address().startsWith(NetworkAct.PREFIX)) {
            act(NetworkAct.of(settings.channel(), packet));
        } else {
            messages.send(packet);
        }
    }

    private void act(NetworkAct act) {
        switch (act.kind()) {
            case REFUSE -> shared.refuse(act.client(), receiver.now());
            case ADMIT -> admit(act.client());
            case DROP -> requireHit(act, broker.drop(act.client()));
            case HOLD -> requireHit(act, broker.hold(act.client(), act.nanos(), () -> full(act.client())));
            case RELEASE -> broker.release(act.client());
            case STOP -> shared.stop(receiver::takesEffect);
            case START -> shared.start(receiver::takesEffect);
        }
    }

    @Override
    public void settle(Consumer<Packet> done) {
        broker.refused().forEach(client -> {
            broker.admit(client);
            done.accept(new NetworkAct(NetworkAct.Kind.ADMIT, client, 0).packet());
        });
        broker.held().forEach(client -> undo(NetworkAct.Kind.RELEASE, client, done));
        if (!broker.isRunning()) {
            undo(NetworkAct.Kind.START, "", done);
        }
        messages.mend();
    }

    private void undo(NetworkAct.Kind kind, String client, Consumer<Packet> done) {
        NetworkAct act = new NetworkAct(kind, client, 0);
        act(act);
        done.accept(act.packet());
    }

    private void admit(String client) {
        List<String> others = broker.letInInstead(client);
        broker.admit(client);
        if (!others.isEmpty()) {
            throw new BenchException(Problem.of(
                    new Text("通道 %s: ", "channel %s: ").with(settings.channel()).and(refusedNobody(client, others)),
                    CHECK_CLIENT));
        }
    }

    private static Text refusedNobody(String client, List<String> others) {
        return new Text(
                        "拒绝客户端 %s 未命中任何设备: 从未有该客户端登录，其间登录的有 %s",
                        "the refusal of client %s hit nobody: none of that name has ever logged in, but meanwhile %s did")
                .with(client, String.join(", ", others));
    }

    /** What is judged next was not measured on a device that was refused. */
    @Override
    public void count() {
        broker.refused().forEach(client -> {
            List<String> others = broker.letInInstead(client);
            if (!others.isEmpty()) {
                messages.spoil(
                        shared.refusedAt(),
                        refusedNobody(client, others).and(new Text("；", "; ")).and(CHECK_CLIENT));
            }
        });
    }

    /** A device that was not hit would be judged as if it had been. */
    private void requireHit(NetworkAct act, int connections) {
        if (connections == 0) {
            List<String> connected = broker.clients();
            String ids = String.join(", ", connected);
            throw new BenchException(Problem.of(
                    new Text("通道 %s: 没有%s连接；已连接: %s", "channel %s: no client%s is connected; connected: %s")
                            .with(
                                    settings.channel(),
                                    act.client().isEmpty()
                                            ? new Text("任何客户端", "")
                                            : new Text("客户端 " + act.client() + " 的", " " + act.client()),
                                    connected.isEmpty() ? new Text("无", "none") : ids),
                    new Text(
                            "请核对命令中的 client，或先等设备连上",
                            "check client in the command, or first wait for the device to connect")));
        }
    }

    @Override
    public Optional<Runnable> checkAlive() {
        return messages.checkAlive();
    }

    @Override
    public void giveUp() {
        messages.giveUp();
    }

    @Override
    public boolean reconnects() {
        return messages.reconnects();
    }

    @Override
    public void close() {
        shared.leave(messages);
    }
}
