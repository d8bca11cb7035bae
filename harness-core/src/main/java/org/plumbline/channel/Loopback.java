package org.plumbline.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;

/**
 * How long messages took that the harness sent to itself over one kind of connection.
 *
 * @param nanos from just before the sending to the stamp of the reception, in order; empty where none could be sent
 * @param trouble why none could be sent; null where they came back
 */
public record Loopback(List<Long> nanos, @Nullable Text trouble) {

    /** Fewer say nothing; of fewer than 100 the 99th percentile is the largest. */
    public static final int FEWEST = 20;

    /** Where it cannot be measured. */
    public static Loopback none(Text why) {
        return new Loopback(List.of(), why);
    }
}
