package org.plumbline.binary;

import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.channel.FrameError;
import org.plumbline.quantity.Quantity;

/**
 * Start bytes, header, fields, check value, end bytes: in this order.
 *
 * @param head bytes of start and header
 * @param length the header's field that says how long the frame is; empty where only the kind of message says it
 * @param plus what the frame has beyond the value of the length field, in bytes
 * @param most bytes that a frame may have
 */
record FrameLayout(
        byte[] start,
        int head,
        Optional<Slot> length,
        int plus,
        List<Message> messages,
        Check check,
        byte[] end,
        int most) {

    /**
     * The check value.
     *
     * @param algorithm empty where frames have none
     * @param from the first byte that it covers, from the start of the frame; the last is the one before it
     */
    record Check(Optional<CheckAlgorithm> algorithm, int from, ByteOrder order) {

        int size() {
            return algorithm.map(CheckAlgorithm::size).orElse(0);
        }
    }

    /** Bytes after the fields. */
    int tail() {
        return check.size() + end.length;
    }

    /** What stands at {@code at} of the first {@code size} bytes; depends on the frame's own bytes alone. */
    Finding examine(byte[] bytes, int at, int size) {
        int there = Math.min(start.length, size - at);
        if (!Arrays.equals(bytes, at, at + there, start, 0, there)) {
            return new Finding.Noise();
        }
        if (size - at < head) {
            return new Finding.Unfinished(there == start.length);
        }
        Optional<Message> message =
                messages.stream().filter(each -> each.fits(bytes, at)).findFirst();
        if (length.isEmpty() && message.isEmpty()) {
            return new Finding.Broken(0, FrameError.SYNTAX, "no message of this kind is declared");
        }
        BigDecimal given = length.flatMap(slot -> slot.exact(bytes, at))
                .map(value -> value.add(BigDecimal.valueOf(plus)))
                .orElseGet(() -> BigDecimal.valueOf(message.orElseThrow().size() + tail()));
        int total = given.max(BigDecimal.ZERO).min(BigDecimal.valueOf(most)).intValue();
        if (given.compareTo(BigDecimal.valueOf(total)) != 0 || !isPossible(total, message)) {
            return new Finding.Broken(
                    0,
                    FrameError.LENGTH,
                    "a length of " + Quantity.plain(given.doubleValue()) + " bytes"
                            + message.map(this::declared).orElse(""));
        }
        return size - at < total ? new Finding.Unfinished(true) : checked(bytes, at, total, message);
    }

    /** What the fields hold that tell messages apart, such as {@code id 7}; empty where there are none. */
    Optional<String> distinction(byte[] frame) {
        return messages.stream()
                .flatMap(message -> message.conditions().stream())
                .map(Message.Condition::slot)
                .distinct()
                .map(slot -> slot.name() + " "
                        + slot.exact(frame, 0).map(BigDecimal::toPlainString).orElse("?"))
                .reduce((first, second) -> first + " " + second);
    }

    /** A length field that is off by as much each time is one that counts other bytes. */
    private String declared(Message message) {
        return ", message " + message.name() + " has " + (message.open() ? "at least " : "") + (message.size() + tail())
                + ": check length-plus";
    }

    private boolean isPossible(int total, Optional<Message> message) {
        int least = message.map(Message::size).orElse(head) + tail();
        boolean open = message.map(Message::open).orElse(true);
        return total >= least && (open || total == least);
    }

    /**
     * What the length field holds in a message that nothing follows beyond its fields; empty without such a field.
     *
     * @throws IllegalArgumentException where no number in it says how long that is
     */
    OptionalLong lengthBits(Message message) {
        return length.stream()
                .mapToLong(slot -> slot.exactBitsOf(BigDecimal.valueOf(message.size() + tail() - plus)))
                .findFirst();
    }

    private Finding checked(byte[] bytes, int at, int total, Optional<Message> message) {
        int after = at + total;
        if (!Arrays.equals(bytes, after - end.length, after, end, 0, end.length)) {
            return new Finding.Broken(total, FrameError.SYNTAX, "other end bytes");
        }
        if (check.algorithm().isPresent()) {
            int place = after - tail();
            long computed = check.algorithm().get().of(bytes, at + check.from(), place);
            long given = WireInteger.read(bytes, place, check.size(), check.order());
            if (given != computed) {
                String form = "given %0" + 2 * check.size() + "X, computed %0" + 2 * check.size() + "X";
                return new Finding.Broken(total, FrameError.CHECKSUM, form.formatted(given, computed));
            }
        }
        return new Finding.Whole(total, message);
    }
}
