package org.plumbline.binary;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.template.Template;
import org.plumbline.text.Text;

/** Fills one kind of message: start, length, kind and check value by the layout, everything else by the command. */
final class BinaryEncoder implements Encoder {

    private final FrameLayout layout;
    private final Message message;
    private final Map<Slot, Template> values;

    BinaryEncoder(FrameLayout layout, Message message, Map<Slot, Template> values) {
        this.layout = layout;
        this.message = message;
        this.values = new LinkedHashMap<>(values);
    }

    @Override
    public Packet encode(Map<String, String> parameters) {
        byte[] frame = new byte[message.size() + layout.tail()];
        System.arraycopy(layout.start(), 0, frame, 0, layout.start().length);
        message.conditions().forEach(condition -> condition.slot().putBits(frame, condition.bits()));
        layout.length()
                .ifPresent(
                        slot -> slot.putBits(frame, layout.lengthBits(message).orElseThrow()));
        values.forEach((slot, value) -> slot.put(frame, number(slot, value.fill(parameters))));
        int place = message.size();
        FrameLayout.Check check = layout.check();
        check.algorithm()
                .ifPresent(algorithm -> WireInteger.write(
                        frame, place, check.size(), check.order(), algorithm.of(frame, check.from(), place)));
        System.arraycopy(layout.end(), 0, frame, place + check.size(), layout.end().length);
        return Packet.of(frame);
    }

    /** A decimal number; true is one and false zero. */
    static BigDecimal number(Slot slot, String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return Value.Numeric.decimal(text).orElseThrow(() -> new NotEncodableException(
                        new Text("“%s”不是数", "\"%s\" is not a number").with(text),
                        new Text("请写十进制数、true 或 false", "write a decimal number, true or false"))
                .inField(slot.name()));
    }
}
