package org.plumbline.binary;

import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.channel.FrameError;
import org.plumbline.framing.FaultWords;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;

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

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Text UNDECLARED = new Text("未声明这种报文", "no message of this kind is declared");
    private static final Text OTHER_END = new Text("结束字节不符", "other end bytes");

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
            return new Finding.Broken(0, FrameError.SYNTAX, UNDECLARED);
        }
        BigDecimal given = length.flatMap(slot -> slot.exact(bytes, at))
                .map(value -> value.add(BigDecimal.valueOf(plus)))
                .orElseGet(() -> BigDecimal.valueOf(message.orElseThrow().size() + tail()));
        int total = given.max(BigDecimal.ZERO).min(BigDecimal.valueOf(most)).intValue();
        if (given.compareTo(BigDecimal.valueOf(total)) != 0 || !isPossible(total, message)) {
            return new Finding.Broken(
                    0,
                    FrameError.LENGTH,
                    bytes(Quantity.plain(given.doubleValue()))
                            .and(message.map(this::declared).orElse(Text.same(""))));
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
    private Text declared(Message message) {
        int size = message.size() + tail();
        return new Text(
                "，报文 " + message.name() + (message.open() ? " 至少为 " : " 为 ") + size + " 字节: 请核对 length-plus",
                ", message " + message.name() + (message.open() ? " has at least " : " has ") + size
                        + ": check length-plus");
    }

    private static Text bytes(String length) {
        return new Text("长度为 " + length + " 字节", "a length of " + length + " bytes");
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
            return new Finding.Broken(total, FrameError.SYNTAX, OTHER_END);
        }
        if (check.algorithm().isPresent()) {
            int place = after - tail();
            long computed = check.algorithm().get().of(bytes, at + check.from(), place);
            long given = WireInteger.read(bytes, place, check.size(), check.order());
            if (given != computed) {
                return new Finding.Broken(total, FrameError.CHECKSUM, FaultWords.differs(hex(given), hex(computed)));
            }
        }
        return new Finding.Whole(total, message);
    }

    private String hex(long value) {
        return HEX.toHexDigits(value, 2 * check.size());
    }
}
