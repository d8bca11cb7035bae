package org.plumbline.mavlink;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One message.
 *
 * @param crcExtra goes into the CRC behind the payload, so that both ends agree on the definition
 * @param fields in the order on the wire
 * @param baseLength of the payload without extensions, in bytes: what MAVLink 1 sends
 * @param fullLength of the payload with extensions, in bytes
 */
record MessageDefinition(
        int id, String name, int crcExtra, List<FieldDefinition> fields, int baseLength, int fullLength) {

    /** One line of messages.txt: {@code id NAME field:type:unit:invalid field:type[length] | extension:type}. */
    static MessageDefinition of(String line) {
        String[] words = line.split(" ");
        List<FieldDefinition> fields = new ArrayList<>();
        Crc crc = new Crc();
        add(crc, words[1]);
        boolean extension = false;
        int offset = 0;
        int base = 0;
        for (int i = 2; i < words.length; i++) {
            if (words[i].equals("|")) {
                extension = true;
                continue;
            }
            FieldDefinition field = field(words[i], offset, extension);
            fields.add(field);
            offset += field.size();
            if (!extension) {
                base = offset;
                add(crc, field.type().key());
                add(crc, field.name());
                if (field.length() > 0) {
                    crc.add(field.length());
                }
            }
        }
        int extra = crc.value() & 0xFF ^ crc.value() >> 8;
        return new MessageDefinition(Integer.parseInt(words[0]), words[1], extra, List.copyOf(fields), base, offset);
    }

    private static void add(Crc crc, String word) {
        byte[] bytes = (word + " ").getBytes(StandardCharsets.US_ASCII);
        crc.add(bytes, 0, bytes.length);
    }

    private static FieldDefinition field(String word, int offset, boolean extension) {
        String[] parts = word.split(":");
        int bracket = parts[1].indexOf('[');
        String type = bracket < 0 ? parts[1] : parts[1].substring(0, bracket);
        int length = bracket < 0 ? 0 : Integer.parseInt(parts[1].substring(bracket + 1, parts[1].length() - 1));
        String unit = parts.length > 2 ? parts[2] : "";
        Invalid invalid = Invalid.of(parts.length > 3 ? parts[3] : "");
        return new FieldDefinition(parts[0], WireType.of(type), length, offset, extension, unit, invalid);
    }

    Optional<FieldDefinition> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }
}
