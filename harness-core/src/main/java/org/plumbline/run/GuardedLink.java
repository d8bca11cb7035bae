package org.plumbline.run;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.EndOfMachine;
import org.plumbline.error.PlumblineException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.timeline.InterruptedRunException;

/** The link of a transport that may be a plugin: what it throws and may not becomes an error of the bench that names both. */
final class GuardedLink implements Link {

    private static final Text REMEDY = new Text(
            "问题在传输或提供它的插件：请换用其他版本，或向其作者报告",
            "the fault is the transport's, or its plugin's: use another version, or report it to its author");

    private final ChannelSpec channel;
    private final Link link;

    private GuardedLink(ChannelSpec channel, Link link) {
        this.channel = channel;
        this.link = link;
    }

    /** @throws BenchException where it cannot be opened, whatever the reason */
    static Link open(Wiring wiring, ChannelSpec channel, Receiver receiver) {
        return new GuardedLink(channel, guarded(channel, "open", () -> wiring.open(channel, receiver)));
    }

    /** Where the virtual machine itself is at its end, or the harness has ended the run, nothing is the transport's fault. */
    private static <T> T guarded(ChannelSpec channel, String what, Supplier<T> work) {
        try {
            return Objects.requireNonNull(work.get(), "null returned");
        } catch (PlumblineException | InterruptedRunException e) {
            throw e;
        } catch (Throwable e) { // a plugin may throw checked exceptions that are not declared
            EndOfMachine.passOn(e);
            throw new BenchException(
                    Problem.of(
                            new Text("通道 %s: 传输 %s 的 %s 出错: %s", "channel %s: transport %s failed in %s: %s")
                                    .with(channel.name(), channel.transport(), what, e),
                            REMEDY),
                    e);
        }
    }

    private <T> T guarded(String what, Supplier<T> work) {
        return guarded(channel, what, work);
    }

    private void run(String what, Runnable work) {
        guarded(channel, what, () -> {
            work.run();
            return what;
        });
    }

    @Override
    public void send(Packet packet) {
        run("send", () -> link.send(packet));
    }

    @Override
    public Optional<Text> doubt() {
        try {
            return guarded("doubt", link::doubt);
        } catch (BenchException e) {
            return Optional.of(e.words());
        }
    }

    @Override
    public int discarded() {
        return guarded("discarded", link::discarded);
    }

    @Override
    public void allStand() {
        run("allStand", link::allStand);
    }

    @Override
    public void settle(Consumer<Packet> done) {
        run("settle", () -> link.settle(done));
    }

    @Override
    public boolean reconnects() {
        return guarded("reconnects", link::reconnects);
    }

    @Override
    public Optional<Runnable> checkAlive() {
        return guarded("checkAlive", link::checkAlive).map(answer -> () -> run("checkAlive", answer));
    }

    @Override
    public void count() {
        run("count", link::count);
    }

    @Override
    public void giveUp() {
        run("giveUp", link::giveUp);
    }

    @Override
    public boolean retune(int baud) {
        return guarded("retune", () -> link.retune(baud));
    }

    @Override
    public void close() {
        run("close", link::close);
    }
}
