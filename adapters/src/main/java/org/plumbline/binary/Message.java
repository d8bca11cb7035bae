package org.plumbline.binary;

import java.util.List;
import java.util.Map;

/**
 * One kind of message.
 *
 * @param conditions what tells it from the others; empty where there is only one kind
 * @param slots by name, those of the header too, in the order of the frame
 * @param size bytes from the start of the frame to the end of the fields
 * @param open whether any number of further bytes may follow the fields
 */
record Message(String name, List<Condition> conditions, Map<String, Slot> slots, int size, boolean open) {

    /** A field of the header that holds a certain number. */
    record Condition(Slot slot, long bits) {}

    /** Whether the frame that begins at {@code base} is of this kind. */
    boolean fits(byte[] bytes, int base) {
        return conditions.stream().allMatch(condition -> condition.slot().bits(bytes, base) == condition.bits());
    }
}
