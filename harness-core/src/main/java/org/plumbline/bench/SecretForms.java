package org.plumbline.bench;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ways in which one secret may be written.
 *
 * @param inText finds it in a text
 * @param inBytes finds it in bytes read as ISO 8859-1
 * @param replacement as for {@link Matcher#replaceAll(String)}
 */
record SecretForms(Pattern inText, Pattern inBytes, String replacement) {

    static SecretForms of(String secret, String reference) {
        String base64 = Base64Forms.of(secret.getBytes(StandardCharsets.UTF_8));
        return new SecretForms(
                Pattern.compile(characters(secret, false) + "|" + base64),
                Pattern.compile(characters(secret, true) + "|" + base64),
                Matcher.quoteReplacement(reference));
    }

    String redactText(String text) {
        return inText.matcher(text).replaceAll(replacement);
    }

    String redactBytes(String bytes) {
        return inBytes.matcher(bytes).replaceAll(replacement);
    }

    /** Encoders differ in what they escape, so each character may stand in any of its forms. */
    private static String characters(String secret, boolean bytes) {
        return secret.codePoints()
                .mapToObj(character -> character(Character.toString(character), bytes))
                .collect(Collectors.joining());
    }

    private static String character(String character, boolean bytes) {
        byte[] utf8 = character.getBytes(StandardCharsets.UTF_8);
        String plain = bytes ? new String(utf8, StandardCharsets.ISO_8859_1) : character;
        return "(?:" + (character.equals("\\") ? "\\\\+" : "\\\\*" + Pattern.quote(plain)) + "|"
                + jsonEscapes(character) + "|" + percent(utf8) + (character.equals(" ") ? "|\\+" : "") + ")";
    }

    /** More than one backslash where JSON stands in a text of JSON. */
    private static String jsonEscapes(String character) {
        String unicode = character
                .chars()
                .mapToObj(unit -> "\\\\+u" + hex("%04x".formatted(unit)))
                .collect(Collectors.joining());
        int control = "\b\f\n\r\t".indexOf(character);
        return control < 0 ? unicode : unicode + "|\\\\+" + "bfnrt".charAt(control);
    }

    private static String percent(byte[] utf8) {
        StringBuilder escapes = new StringBuilder();
        for (byte unit : utf8) {
            escapes.append('%').append(hex("%02x".formatted(unit)));
        }
        return escapes.toString();
    }

    private static String hex(String digits) {
        return digits.chars()
                .mapToObj(digit -> Character.isLetter(digit)
                        ? "[" + (char) digit + (char) Character.toUpperCase(digit) + "]"
                        : Character.toString(digit))
                .collect(Collectors.joining());
    }
}
