package org.plumbline.lines;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.scaling.Scaling;
import org.plumbline.text.Text;

/** Which group of the line holds a signal. */
record LineGroup(SignalSpec signal, String group, boolean number, Scaling scaling) {

    static LineGroup of(SignalSpec signal, Pattern pattern) {
        Settings settings = signal.settings();
        String group = settings.text("group").orElseThrow();
        if (!has(pattern, group)) {
            throw new InputException(new Problem(
                    settings.placeOf("group"),
                    new Text("通道的 pattern 中没有名为 %s 的组", "the channel's pattern has no group called %s").with(group),
                    new Text("在 pattern 中写 (?<%s>…)", "write (?<%s>...) in the pattern").with(group)));
        }
        String type = settings.text("type").orElse("number");
        if (!type.equals("number") && !type.equals("text")) {
            throw new InputException(new Problem(
                    settings.placeOf("type"),
                    new Text("type 的值 %s 无效", "%s is not a type").with(type),
                    new Text("请写 number 或 text", "write number or text")));
        }
        boolean number = type.equals("number");
        return new LineGroup(signal, group, number, Scaling.of(settings, number, type));
    }

    /** Asks the compiled pattern: in its text an escaped parenthesis looks like a group. */
    private static boolean has(Pattern pattern, String group) {
        Matcher empty = Pattern.compile(pattern.pattern() + "\n|").matcher("");
        try {
            return empty.lookingAt() && empty.start(group) >= -1;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
