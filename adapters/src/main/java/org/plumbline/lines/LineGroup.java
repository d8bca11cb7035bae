package org.plumbline.lines;

import java.util.regex.Pattern;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Which group of the line holds a signal. */
record LineGroup(SignalSpec signal, String group, boolean number) {

    static LineGroup of(SignalSpec signal, Pattern pattern) {
        Settings settings = signal.settings();
        String group = settings.text("group").orElseThrow();
        if (!pattern.pattern().contains("(?<" + group + ">")) {
            throw new InputException(new Problem(
                    settings.placeOf("group"),
                    new Text("通道的 pattern 中没有名为 %s 的组", "the channel's pattern has no group called %s").with(group),
                    new Text("在 pattern 中写 (?<%s>…)", "write (?<%s>...) in the pattern").with(group)));
        }
        return new LineGroup(
                signal, group, settings.text("type").orElse("number").equals("number"));
    }
}
