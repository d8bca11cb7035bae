package org.plumbline.probe;

import org.plumbline.channel.Packet;
import org.plumbline.text.Text;

/**
 * What arrived of one kind of fault.
 *
 * @param count how many
 * @param last what was said of the last one
 * @param frame that this was said of
 */
public record FaultSeen(long count, Text last, Packet frame) {

    static FaultSeen first(Text detail, Packet frame) {
        return new FaultSeen(1, detail, frame);
    }

    FaultSeen then(FaultSeen later) {
        return new FaultSeen(count + 1, later.last, later.frame);
    }
}
