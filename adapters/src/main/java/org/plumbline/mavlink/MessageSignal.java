package org.plumbline.mavlink;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.text.Text;

/**
 * A signal from one field of one message.
 *
 * @param parameter the one of the message's fields that is read as another one tells; empty where none is
 * @param index in an array; 0 for a single value
 * @param unit what the definitions state; empty where they state none
 * @param mask which bits of a whole number count; empty for the number itself
 * @param where fields of the same message and what they must be: texts, whole numbers, or floats
 */
record MessageSignal(
        SignalSpec spec,
        SourceFilter source,
        MessageDefinition message,
        FieldDefinition field,
        Optional<Parameter> parameter,
        int index,
        Optional<FieldUnit> unit,
        Optional<Mask> mask,
        Map<FieldDefinition, Object> where)
        implements MavlinkSignal {

    @Override
    public boolean isIn(MavlinkFrame frame) {
        if (frame.message() != message.id() || where.isEmpty()) {
            return frame.message() == message.id();
        }
        ByteBuffer payload = frame.payload(message);
        return where.entrySet().stream().allMatch(each -> each.getValue().equals(plain(each.getKey(), payload)));
    }

    @Override
    public Optional<Value> value(MavlinkFrame frame, Sequences sequences) {
        if (field.extension() && !frame.isVersion2()) {
            return Optional.empty();
        }
        ByteBuffer payload = frame.payload(message);
        if (field.isText()) {
            return Optional.of(new Value.Literal(field.text(payload)));
        }
        if (field.invalid().isIn(field, payload, index)) {
            return Optional.empty();
        } else if (mask.isPresent()) {
            return mask.map(bits -> bits.of(field.bits(payload, index)));
        }
        double raw = number(field, payload, index);
        // NaN is MAVLink's word for a value that is not available, in every field that can hold it.
        if (Double.isNaN(raw)) {
            return Optional.empty();
        }
        if (Double.isInfinite(raw)) {
            throw new NotReadableException(
                    Text.same(message.name() + "." + field.name()).and(new Text(" 是无穷大", " is infinite")));
        }
        return Optional.of(number(raw));
    }

    private Value number(double raw) {
        return new Value.Numeric(unit.map(known -> known.in(spec.unit(), raw)).orElse(raw));
    }

    private Object plain(FieldDefinition each, ByteBuffer payload) {
        if (each.isText()) {
            return each.text(payload);
        }
        return each.type().isWhole() ? each.whole(payload) : (Object) number(each, payload, 0);
    }

    private double number(FieldDefinition each, ByteBuffer payload, int at) {
        return parameter
                .filter(known -> known.value().equals(each))
                .map(known -> known.read(payload))
                .orElseGet(() -> each.number(payload, at));
    }
}
