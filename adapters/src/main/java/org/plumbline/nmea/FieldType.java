package org.plumbline.nmea;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** What stands in a field. */
enum FieldType {
    NUMBER,
    TEXT,
    /** Degrees and minutes as ddmm.mm, the hemisphere N or S in the next field (IEC 61162-1). */
    LATITUDE("NS", 90, "(\\d{2})"),
    /** Degrees and minutes as dddmm.mm, the hemisphere E or W in the next field (IEC 61162-1). */
    LONGITUDE("EW", 180, "(\\d{3})");

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final String hemispheres;
    private final int most;
    private final Pattern form;

    FieldType() {
        this("", 0, "");
    }

    FieldType(String hemispheres, int most, String degrees) {
        this.hemispheres = hemispheres;
        this.most = most;
        this.form = Pattern.compile(degrees + "([0-5]\\d(?:\\.\\d*)?)");
    }

    /**
     * The one that a signal names.
     *
     * @param inField whether it is in a field, which another one follows
     * @throws InputException where there is no such type, or it is in degrees and the signal is not
     */
    static FieldType of(SignalSpec signal, boolean inField) {
        Settings settings = signal.settings();
        String word = settings.text("type").orElse(NUMBER.key());
        FieldType type = Arrays.stream(values())
                .filter(each -> each.key().equals(word) && (inField || !each.isPosition()))
                .findFirst()
                .orElseThrow(() -> new InputException(new Problem(
                        settings.placeOf("type"),
                        new Text("type 的值 %s 无效", "%s is not a type").with(word),
                        inField
                                ? new Text(
                                        "请写 number、text、latitude 或 longitude",
                                        "write number, text, latitude or longitude")
                                : new Text("请写 number 或 text", "write number or text"))));
        if (type.isPosition() && !signal.unit().symbol().equals("deg")) {
            throw new InputException(new Problem(
                    settings.placeOf("type"),
                    new Text("%s 以度为单位", "a %s is in degrees").with(word),
                    new Text("请写 unit: deg", "write unit: deg")));
        }
        return type;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isPosition() {
        return !hemispheres.isEmpty();
    }

    /** Degrees, south and west negative; empty where it is none. */
    Optional<Value> degrees(String text, String hemisphere) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches() || hemisphere.length() != 1 || !hemispheres.contains(hemisphere)) {
            return Optional.empty();
        }
        double degrees = new BigDecimal(matcher.group(2))
                .divide(MINUTES, MathContext.DECIMAL128)
                .add(new BigDecimal(matcher.group(1)))
                .doubleValue();
        return Optional.of(hemispheres.startsWith(hemisphere) ? degrees : -degrees)
                .filter(value -> degrees <= most)
                .map(Value.Numeric::new);
    }
}
