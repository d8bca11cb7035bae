package org.plumbline.probe;

/**
 * What arrived of one kind of fault.
 *
 * @param count how many
 * @param last what was said of the last one
 */
public record FaultSeen(long count, String last) {

    static FaultSeen first(String detail) {
        return new FaultSeen(1, detail);
    }

    FaultSeen then(FaultSeen later) {
        return new FaultSeen(count + 1, later.last);
    }
}
