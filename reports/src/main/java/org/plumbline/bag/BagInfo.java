package org.plumbline.bag;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of bag-info.txt in order; a label may stand several times (RFC 8493, 2.2.2). */
public record BagInfo(List<Field> fields) {

    /** One line. */
    public record Field(String label, String value) {}

    /** No fields. */
    public BagInfo() {
        this(List.of());
    }

    /** With one more field at the end; none where the value is blank. Line breaks become spaces. */
    public BagInfo with(String label, String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return this;
        }
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(label, line));
        return new BagInfo(List.copyOf(more));
    }

    /** The values of a label; upper and lower case are the same. */
    public List<String> values(String label) {
        return fields.stream()
                .filter(field -> field.label().equalsIgnoreCase(label))
                .map(Field::value)
                .toList();
    }

    /** Reads the file; a line that begins with a space goes on with the one before, one without a colon has no value. */
    public static BagInfo parse(String text) {
        List<Field> fields = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r")) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0)) && !fields.isEmpty()) {
                Field last = fields.remove(fields.size() - 1);
                fields.add(new Field(last.label(), last.value() + " " + line.strip()));
            } else if (colon < 0) {
                fields.add(new Field(line.strip(), ""));
            } else {
                fields.add(new Field(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            }
        }
        return new BagInfo(List.copyOf(fields));
    }

    /** The file. */
    @Override
    public String toString() {
        return fields.stream()
                .map(field -> field.label() + ": " + field.value() + "\n")
                .collect(Collectors.joining());
    }
}
