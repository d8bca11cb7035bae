package org.plumbline.modbus;

import java.util.Optional;
import java.util.Set;
import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.DoublePrecision;
import org.plumbline.scaling.Scaling;
import org.plumbline.text.Text;

/** Reads from a signal's settings how its value stands in registers or bits. */
record FormReader(Settings settings, int function) {

    /** The type of one object of a device identification. */
    static final String DEVICE_ID = "device-id";

    private static final int MOST_REGISTERS = 125;

    /** Of these no value is a number that could be scaled. */
    private static final Set<String> NO_NUMBERS = Set.of("bit", "text", "exception", DEVICE_ID);

    /** @throws InputException where a setting is wrong, or is not for that type, with its place */
    ModbusPoint.Form read(String type) {
        boolean bits = Question.ofBits(function);
        Scaling scaling = Scaling.of(settings, !NO_NUMBERS.contains(type), type);
        if (settings.keys().contains("registers") && !type.equals("text")) {
            throw ModbusKeys.wrong(settings, "type", type, "text");
        } else if (settings.keys().contains("object") && !type.equals(DEVICE_ID)) {
            throw ModbusKeys.wrong(settings, "type", type, DEVICE_ID);
        } else if (!bits && (settings.keys().contains("mask") || type.equals("bit"))) {
            return masked(type, scaling);
        } else if (settings.keys().contains("mask")) {
            throw ModbusKeys.wrong(settings, "function", function, "3, 4");
        } else if (type.equals("exception")) {
            return new ModbusPoint.ExceptionCode();
        } else if (type.equals(DEVICE_ID)) {
            return deviceId();
        } else if (bits && type.equals("bit")) {
            return new ModbusPoint.Bit();
        } else if (!bits && type.equals("text")) {
            return ascii();
        }
        return new ModbusPoint.Numbers(
                RegisterType.of(type)
                        .filter(any -> !bits)
                        .orElseThrow(() -> ModbusKeys.wrong(
                                settings,
                                "type",
                                type,
                                bits ? "bit, exception" : ModbusKeys.TYPES + ", bit, text, exception, " + DEVICE_ID)),
                ModbusKeys.order(settings),
                scaling);
    }

    private ModbusPoint.Masked masked(String type, Scaling scaling) {
        boolean bit = type.equals("bit");
        RegisterType numbers = (bit ? Optional.of(RegisterType.UINT16) : RegisterType.of(type))
                .filter(RegisterType::whole)
                .orElseThrow(() ->
                        ModbusKeys.wrong(settings, "type", type, "int16, uint16, int32, uint32, int64, uint64, bit"));
        String text = settings.text("mask").orElse("–");
        int width = 16 * numbers.registers();
        long mask = number(text);
        boolean fits = mask != 0 && (width == Long.SIZE || mask >>> width == 0);
        boolean exact = Long.compareUnsigned(ModbusPoint.lowered(mask, mask), DoublePrecision.MOST) <= 0;
        if (!fits || bit && Long.bitCount(mask) > 1 || !exact) {
            throw ModbusKeys.wrong(settings, "mask", text, bit ? "0x0001 … 0x8000" : "0x00C0");
        }
        return new ModbusPoint.Masked(numbers, ModbusKeys.order(settings), mask, scaling, bit);
    }

    /** In hexadecimal or decimal; 0, which is no mask, where it is neither. */
    private static long number(String text) {
        try {
            return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void requireKey(String key, Text remedy) {
        if (!settings.keys().contains(key)) {
            throw new InputException(
                    new Problem(settings.place(), new Text("缺少 \"%s\"", "\"%s\" is missing").with(key), remedy));
        }
    }

    private ModbusPoint.DeviceId deviceId() {
        if (function != PduLength.ENCAPSULATED) {
            throw ModbusKeys.wrong(settings, "function", function, String.valueOf(PduLength.ENCAPSULATED));
        } else if (settings.keys().contains("register")) {
            throw ModbusKeys.wrong(
                    settings, "register", settings.shown("register").orElse(""), "object: 0 … 255");
        }
        requireKey("object", new Text("请写明对象编号: 0 … 255", "say which object: 0 … 255"));
        return new ModbusPoint.DeviceId(ModbusKeys.number(settings, "object", -1, 0, 255));
    }

    private ModbusPoint.Ascii ascii() {
        RegisterOrder order = ModbusKeys.order(settings);
        if (order.lowWordFirst()) {
            throw ModbusKeys.wrong(settings, "word-order", "low-first", "high-first");
        }
        requireKey(
                "registers",
                new Text("请写明文本占几个寄存器: 1 … %s", "say how many registers the text takes: 1 … %s").with(MOST_REGISTERS));
        return new ModbusPoint.Ascii(ModbusKeys.number(settings, "registers", 0, 1, MOST_REGISTERS), order);
    }
}
