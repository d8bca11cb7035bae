package org.plumbline.modbus;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.scaling.Scaling;
import org.plumbline.text.Text;

/**
 * Where a signal is.
 *
 * @param register address of its first register or its bit, from 0; -1 for exception codes of any register, and where it has none
 * @param form how it is read
 * @param period nanoseconds between two questions
 */
record ModbusPoint(SignalSpec signal, int unit, int function, int register, Form form, long period) {

    /** How a value is read. */
    sealed interface Form {}

    /** A coil or a discrete input. */
    record Bit() implements Form {}

    /** A number in registers. */
    record Numbers(RegisterType type, RegisterOrder order, Scaling scaling) implements Form {}

    /**
     * Some bits of registers, as a number of their own that counts from the lowest of them and has no sign.
     *
     * @param mask which; not 0
     * @param flag whether it is one bit, true or false
     */
    record Masked(RegisterType type, RegisterOrder order, long mask, Scaling scaling, boolean flag) implements Form {}

    /** Text in registers, two characters in each. */
    record Ascii(int registers, RegisterOrder order) implements Form {}

    /** One object of a device identification (Modbus Application Protocol V1.1b3, 6.21), a text; it has no register. */
    record DeviceId(int object) implements Form {}

    /** The code of an exception response, 0 where the answer was none. */
    record ExceptionCode() implements Form {}

    /** @param heard whether a bus is only listened to, so that what is written, and read by the same question, can be a signal, too */
    static ModbusPoint of(SignalSpec signal, boolean heard) {
        Settings settings = signal.settings();
        boolean identifies =
                settings.text("type").filter(FormReader.DEVICE_ID::equals).isPresent();
        int usual = identifies ? PduLength.ENCAPSULATED : Question.READ_HOLDING_REGISTERS;
        int function = ModbusKeys.number(settings, "function", usual, 1, 127);
        String type = settings.text("type").orElse(Question.ofBits(function) ? "bit" : "uint16");
        Form form = new FormReader(settings, function).read(type);
        boolean anyFunction = form instanceof ExceptionCode || form instanceof DeviceId;
        int any = anyFunction ? -1 : 0;
        boolean known = Question.polls(function) || heard && (Question.reads(function) || Question.writes(function));
        if (!anyFunction && !known) {
            throw ModbusKeys.wrong(settings, "function", function, heard ? "1 … 6, 15, 16, 23" : "1, 2, 3, 4");
        }
        ModbusPoint point = new ModbusPoint(
                signal,
                ModbusKeys.number(settings, "unit-id", 1, 0, 255),
                function,
                settings.keys().contains("register") ? ModbusKeys.number(settings, "register", 0, 0, 65_535) : any,
                form,
                settings.duration("period").orElse(1_000_000_000L));
        if (!heard && point.isAsked() && signal.sampling().onEvent()) {
            throw new InputException(new Problem(
                    settings.place(),
                    new Text(
                                    "信号“%s”由本工具按 period 定时询问，不是只随事件到来",
                                    "the harness asks for the signal \"%s\" in each period: it does not come only with events")
                            .with(signal.name()),
                    new Text("请删去 on-event", "take on-event out")));
        }
        return point;
    }

    /** Whether a master asks for it by itself, in each period. */
    boolean isAsked() {
        return Question.polls(function) && register >= 0;
    }

    /** How many registers or bits it takes. */
    int quantity() {
        if (form instanceof Numbers numbers) {
            return numbers.type().registers();
        } else if (form instanceof Masked masked) {
            return masked.type().registers();
        }
        return form instanceof Ascii ascii ? ascii.registers() : 1;
    }

    /** Whether an answer to that question tells of it. */
    boolean isIn(Question question) {
        if (unit != question.unit() || function != question.function()) {
            return false;
        } else if (form instanceof ExceptionCode) {
            return register < 0 || register == question.register();
        } else if (form instanceof DeviceId) {
            return true;
        }
        return register >= question.register() && register + quantity() <= question.register() + question.quantity();
    }

    /** Whether an answer holds it: of a device identification only some objects may be asked for, or come at once. */
    boolean isTold(byte[] pdu) {
        return !(form instanceof DeviceId id)
                || DeviceIdentification.object(pdu, id.object()).isPresent();
    }

    /** Where {@link #value} is empty, and what is there. */
    Text unreadable() {
        Text noText = new Text("不是 ASCII 文本", "no ASCII text");
        if (form instanceof DeviceId id) {
            return new Text("对象 " + id.object() + ": ", "object " + id.object() + ": ").and(noText);
        }
        return new Text("寄存器 " + register + ": ", "register " + register + ": ")
                .and(form instanceof Ascii ? noText : new Text("不是数", "not a number"));
    }

    /** Those bits that a mask has, as a number that counts from the lowest of them. */
    static long lowered(long bits, long mask) {
        return (bits & mask) >>> Long.numberOfTrailingZeros(mask);
    }

    private static Optional<Value> value(Masked form, long bits) {
        long lowered = lowered(bits, form.mask());
        return form.flag()
                ? Optional.of(new Value.Logical(lowered == 1))
                : form.scaling().value(BigDecimal.valueOf(lowered));
    }

    /** Without what fills it up at its end. */
    private static Optional<Value> text(String characters) {
        int end = characters.length();
        while (end > 0 && (characters.charAt(end - 1) == 0 || characters.charAt(end - 1) == ' ')) {
            end--;
        }
        return Optional.of(characters.substring(0, end))
                .filter(text -> text.chars().allMatch(c -> c >= ' ' && c <= '~'))
                .map(Value.Literal::new);
    }

    /** The value in an answer; empty where the registers hold none. */
    Optional<Value> value(Question question, byte[] pdu) {
        if (form instanceof DeviceId id) {
            return DeviceIdentification.object(pdu, id.object()).flatMap(ModbusPoint::text);
        }
        int offset = register - question.register();
        if (form instanceof Bit) {
            return Optional.of(new Value.Logical((pdu[2 + offset / 8] >> offset % 8 & 1) == 1));
        } else if (form instanceof Masked masked) {
            return value(masked, masked.type().bits(pdu, 2 + 2 * offset, masked.order()));
        } else if (form instanceof Ascii ascii) {
            byte[] characters = Arrays.copyOfRange(pdu, 2 + 2 * offset, 2 + 2 * (offset + ascii.registers()));
            return text(new String(ascii.order().turned(characters), StandardCharsets.ISO_8859_1));
        } else if (form instanceof Numbers numbers) {
            Number raw = numbers.type().read(pdu, 2 + 2 * offset, numbers.order());
            return Double.isFinite(raw.doubleValue())
                    ? numbers.scaling().value(new BigDecimal(raw.toString()))
                    : Optional.empty();
        }
        return Optional.of(new Value.Numeric(0));
    }
}
