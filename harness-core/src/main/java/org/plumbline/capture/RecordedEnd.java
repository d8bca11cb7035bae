package org.plumbline.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.plumbline.text.Text;

/**
 * What a run says of itself at the end of its capture, since no observation shows it.
 *
 * @param incidents what went wrong with bench or harness, one sentence each
 * @param interrupted whether its user ended it early
 */
public record RecordedEnd(List<Text> incidents, boolean interrupted) {

    /** The end of a run in which all went well. */
    public static final RecordedEnd SOUND = new RecordedEnd(List.of(), false);

    static final String METADATA = "plumbline.end";

    private static final String INTERRUPTED = "interrupted";
    private static final String ZH = ".zh";
    private static final String EN = ".en";

    /** The same with something that went wrong, where that is not said yet. */
    RecordedEnd with(Text incident) {
        if (incidents.contains(incident)) {
            return this;
        }
        return new RecordedEnd(
                Stream.concat(incidents.stream(), Stream.of(incident)).toList(), interrupted);
    }

    /** @param redacted takes secrets out of words */
    Map<String, String> toTexts(UnaryOperator<String> redacted) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(INTERRUPTED, Boolean.toString(interrupted));
        for (int i = 0; i < incidents.size(); i++) {
            texts.put(name(i) + ZH, redacted.apply(incidents.get(i).zh()));
            texts.put(name(i) + EN, redacted.apply(incidents.get(i).en()));
        }
        return texts;
    }

    static RecordedEnd of(Map<String, String> texts) {
        List<Text> incidents = new ArrayList<>();
        for (int i = 0; texts.containsKey(name(i) + ZH); i++) {
            incidents.add(new Text(texts.getOrDefault(name(i) + ZH, ""), texts.getOrDefault(name(i) + EN, "")));
        }
        return new RecordedEnd(List.copyOf(incidents), Boolean.parseBoolean(texts.get(INTERRUPTED)));
    }

    private static String name(int index) {
        return String.format(Locale.ROOT, "incident-%05d", index + 1);
    }
}
