package org.plumbline.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.channel.Loopback;
import org.plumbline.channel.Packet;
import org.plumbline.text.Text;

class RoundsTest {

    private static final long MS = 1_000_000;

    /** Each message comes back after so long, by a clock that stands still otherwise. */
    private static Loopback after(long nanos) {
        AtomicLong time = new AtomicLong();
        Rounds rounds = new Rounds(time::get);
        return rounds.run(message -> rounds.received(time.addAndGet(nanos), Packet.of(message)));
    }

    /** A busy computer that takes 100 ms each time is the one whose times count most. */
    @ParameterizedTest
    @CsvSource({"1, 200", "10, 100", "100, 20", "250, 20"})
    void areAsManyAsTheirTimeAllows(long millis, int count) {
        Loopback loopback = after(millis * MS);
        assertThat(loopback.trouble()).isNull();
        assertThat(loopback.nanos()).hasSize(count).containsOnly(millis * MS);
    }

    @Test
    void areTooFewAfterFiveSeconds() {
        assertThat(after(500 * MS).trouble())
                .isEqualTo(new Text("5 s 内只有 10 条消息返回", "only 10 messages came back within 5 s"));
    }

    @Test
    void endWithWhatDoesNotComeBack() {
        assertThat(new Rounds(() -> 0).run(message -> {}).trouble())
                .isEqualTo(new Text("自发的消息没有返回", "a message to itself did not come back"));
    }
}
