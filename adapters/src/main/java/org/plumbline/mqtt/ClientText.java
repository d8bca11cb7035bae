package org.plumbline.mqtt;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.bench.Settings;
import org.plumbline.error.BenchException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * The characters that Paho takes in a topic or another text. MQTT lets a receiver refuse control characters and non-characters
 * (3.1.1, 1.5.3; 5, 1.5.4); the client of 3.1.1 takes nothing from U+FDD0 on, such as a full-width colon or an emoji.
 */
final class ClientText {

    private static final int NON_CHARACTERS = 0xFDD0;
    private static final int LAST_NON_CHARACTER = 0xFDDF;
    private static final int LAST_OF_A_PLANE = 0xFFFE;
    private static final int HEX = 16;

    private static final Pattern REFUSAL = Pattern.compile("Invalid UTF-8 char: \\[(\\p{XDigit}+)]");

    private ClientText() {}

    private static OptionalInt refused(String text, boolean five) {
        return text.codePoints().filter(each -> refused(each, five)).findFirst();
    }

    private static boolean refused(int character, boolean five) {
        return Character.isISOControl(character)
                || character >= NON_CHARACTERS && (!five || character <= LAST_NON_CHARACTER)
                || (character & LAST_OF_A_PLANE) == LAST_OF_A_PLANE;
    }

    /** The character for which Paho did not read what came; of a pair it names the first half. */
    static OptionalInt refusedBy(Throwable failure) {
        Matcher matcher = REFUSAL.matcher(String.valueOf(failure.getMessage()));
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1), HEX)) : OptionalInt.empty();
    }

    static Text name(int character) {
        if (Character.isSurrogate((char) character)) {
            return new Text("U+FFFF 以上的字符（如表情符号）", "a character beyond U+FFFF (such as an emoji)");
        }
        String code = "U+%04X".formatted(character);
        return Character.isISOControl(character) || !Character.isDefined(character)
                ? new Text(code, code)
                : new Text("%s（%s）", "%s (%s)").with(code, Character.toString(character));
    }

    /** What to write where 3.1.1 refuses it and 5 does not. */
    static Optional<Text> way(int character, boolean five) {
        return Optional.of(new Text("请设置 version: 5", "set version: 5"))
                .filter(way -> !five && !refused(character, true));
    }

    static Text client(boolean five) {
        return new Text("MQTT %s 的客户端库", "the client library of MQTT %s").with(five ? "5" : "3.1.1");
    }

    /** @throws InputException where Paho would not take the text that stands there */
    static void require(Settings settings, String key, String text, boolean five) {
        refused(text, five).ifPresent(character -> {
            throw new InputException(
                    new Problem(settings.placeOf(key), refusal(key, character, five), remedy(character, five)));
        });
    }

    /** @throws BenchException where Paho would not publish to that topic */
    static void requireTopic(String topic, boolean five) {
        refused(topic, five).ifPresent(character -> {
            throw new BenchException(Problem.of(refusal("topic", character, five), remedy(character, five)));
        });
    }

    private static Text refusal(String key, int character, boolean five) {
        return new Text("%s 含有%s不接受的字符 %s", "%s holds a character that %s does not take: %s")
                .with(key, client(five), name(character));
    }

    private static Text remedy(int character, boolean five) {
        return way(character, five)
                .map(way -> way.and(new Text("，或换一个字符", ", or write another character")))
                .orElse(new Text("请删去该字符", "take it out"));
    }
}
