package org.plumbline.modbus;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.template.Template;
import org.plumbline.text.Text;

/** A writing, as function code and data (Modbus Application Protocol V1.1b3, 6.5, 6.6, 6.11, 6.12). */
final class ModbusCommand implements Encoder {

    private static final int MOST_REGISTERS = 123;
    private static final int MOST_COILS = 1968;

    private final Framing framing;
    private final int unit;
    private final int function;
    private final int register;
    private final RegisterType type;
    private final RegisterOrder order;
    private final BigDecimal scale;
    private final List<Template> values;
    private final Optional<byte[]> pdu;

    ModbusCommand(Framing framing, Settings settings) {
        this.framing = framing;
        this.unit = ModbusKeys.number(settings, "unit-id", 1, 0, 255);
        this.pdu = settings.text("pdu").map(text -> bytes(settings, text));
        this.values = settings.texts("value").stream().map(Template::new).toList();
        String word = settings.text("type").orElse("uint16");
        this.type = RegisterType.of(word).orElseThrow(() -> ModbusKeys.wrong(settings, "type", word, ModbusKeys.TYPES));
        boolean one = values.size() == 1 && type.registers() == 1;
        int otherwise = one ? Question.WRITE_REGISTER : Question.WRITE_REGISTERS;
        this.function = settings.integer("function").orElse(otherwise);
        this.register = ModbusKeys.number(settings, "register", 0, 0, 65_535);
        this.order = ModbusKeys.order(settings);
        this.scale = ModbusKeys.scale(settings);
        if (pdu.isEmpty()) {
            check(settings);
        }
    }

    private void check(Settings settings) {
        int most =
                switch (function) {
                    case Question.WRITE_COIL -> 1;
                    case Question.WRITE_REGISTER -> type.registers() == 1 ? 1 : 0;
                    case Question.WRITE_COILS -> MOST_COILS;
                    case Question.WRITE_REGISTERS -> MOST_REGISTERS / type.registers();
                    default -> 0;
                };
        if (most == 0) {
            throw ModbusKeys.wrong(settings, "function", function, type.registers() > 1 ? "16" : "5, 6, 15, 16");
        } else if (values.isEmpty() || values.size() > most) {
            throw new InputException(new Problem(
                    settings.placeOf("value"),
                    new Text("value 有 %d 个值", "value has %d values").with(values.size()),
                    new Text("请写 1 至 %d 个", "write 1 to %d").with(most)));
        }
    }

    private static byte[] bytes(Settings settings, String text) {
        try {
            byte[] bytes = HexFormat.of().parseHex(text.replace(" ", ""));
            if (bytes.length > 0 && bytes.length <= PduLength.LONGEST && bytes[0] > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw ModbusKeys.wrong(settings, "pdu", text, "2B 0E 01 00");
    }

    @Override
    public Packet encode(Map<String, String> parameters) {
        return Packet.of(framing.wrap(unit, pdu.orElseGet(() -> pdu(parameters))));
    }

    /** What it asks, where it reads and does nothing else. */
    Optional<Question> reading() {
        return pdu.map(bytes -> Question.of(unit, bytes)).filter(question -> Question.polls(question.function()));
    }

    private byte[] pdu(Map<String, String> parameters) {
        List<String> filled =
                values.stream().map(value -> value.fill(parameters)).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(function);
        word(bytes, register);
        switch (function) {
            case Question.WRITE_COIL -> word(bytes, on(filled.get(0)) ? 0xFF00 : 0);
            case Question.WRITE_REGISTER -> bytes.writeBytes(registers(filled.get(0)));
            case Question.WRITE_COILS -> {
                word(bytes, filled.size());
                bytes.write((filled.size() + 7) / 8);
                bytes.writeBytes(coils(each(filled, ModbusCommand::on)));
            }
            default -> {
                word(bytes, filled.size() * type.registers());
                bytes.write(filled.size() * type.registers() * 2);
                each(filled, this::registers).forEach(bytes::writeBytes);
            }
        }
        return bytes.toByteArray();
    }

    /** A refusal says which one it is, where it is one of several. */
    private static <T> List<T> each(List<String> values, Function<String, T> encoded) {
        List<T> all = new ArrayList<>();
        for (String value : values) {
            try {
                all.add(encoded.apply(value));
            } catch (NotEncodableException e) {
                throw values.size() == 1 ? e : inValue(all.size() + 1, e);
            }
        }
        return all;
    }

    private static NotEncodableException inValue(int number, NotEncodableException e) {
        return new NotEncodableException(new Text("值 %d: %s", "value %d: %s").with(number, e.reason()), e.remedy());
    }

    private static void word(ByteArrayOutputStream bytes, int word) {
        bytes.write(word >> 8);
        bytes.write(word);
    }

    private byte[] registers(String text) {
        BigDecimal value = Value.Numeric.decimal(text)
                .orElseThrow(() -> new NotEncodableException(
                        new Text("“%s”不是数", "\"%s\" is not a number").with(text),
                        new Text("请给出如 12 或 0.5 的数", "give a number such as 12 or 0.5")));
        return type.write(value.divide(scale, MathContext.DECIMAL128), order);
    }

    private static byte[] coils(List<Boolean> values) {
        byte[] coils = new byte[(values.size() + 7) / 8];
        for (int i = 0; i < values.size(); i++) {
            coils[i / 8] |= (byte) (values.get(i) ? 1 << i % 8 : 0);
        }
        return coils;
    }

    private static boolean on(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw new NotEncodableException(
                        new Text("线圈的值不能是“%s”", "a coil cannot be \"%s\"").with(text),
                        new Text("请给出 true、false、1 或 0", "give true, false, 1 or 0"));
        };
    }
}
