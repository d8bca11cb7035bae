package org.plumbline.serial;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.plumbline.channel.Receiver;
import org.plumbline.text.Text;

/**
 * Programs that open a port beside us, on Linux: of two readers each gets a part of the bytes. Nothing keeps out those of root,
 * nor anybody who opens a pseudo-terminal.
 */
final class PortWatch implements AutoCloseable {

    private static final long AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final Path port;
    private final Optional<Openings> openings;
    private Optional<Text> holder = Optional.empty();
    private long looked;
    private long told;

    private PortWatch(Path port, Optional<Openings> openings) {
        this.port = port;
        this.openings = openings;
    }

    /** Opens nothing. */
    static PortWatch of(Path port) {
        return new PortWatch(port, Openings.of(port));
    }

    private boolean opened() {
        return openings.map(Openings::any).orElse(false);
    }

    /** Another process that has it open now. */
    synchronized Optional<Text> look() {
        opened(); // what it tells is answered by this look
        return PortUse.now().flatMap(use -> use.holder(port));
    }

    /**
     * Tells of another process that has it open, or had since this was asked last; while it has, once a second.
     *
     * @param since when this was asked last
     * @param judging whether what came until now is about to be judged: then at once
     */
    synchronized void tell(Receiver receiver, long since, boolean judging) {
        long now = receiver.now();
        Optional<Text> before = holder;
        boolean looks = opened() || before.isPresent() && now - looked >= AGAIN;
        if (looks) {
            holder = look();
            looked = now;
        }
        if (looks || judging) {
            holder.or(() -> before).ifPresent(who -> {
                receiver.overrun(
                        before.isPresent() ? told : since,
                        new Text(
                                        "进程 %s也打开了该端口，可能取走了一部分数据",
                                        "process %s has the port open, too, and may have taken a part of the bytes")
                                .with(who));
                told = now;
            });
        }
    }

    @Override
    public void close() {
        openings.ifPresent(Openings::close);
    }
}
