package org.plumbline.plot;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Quantity;

/** The set point from which a measurement counted deviations: it is said only in the measurement's words. */
final class SetPoint {

    private static final Pattern WORDS = Pattern.compile("percentile of the deviation of .+ from (.+), percent \\d+");

    private SetPoint() {}

    static Optional<Quantity> of(Measurement measurement) {
        Matcher matcher = WORDS.matcher(measurement.quantity().en());
        return matcher.matches() ? Quantity.parse(matcher.group(1)) : Optional.empty();
    }
}
