package org.plumbline.bench;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;

/**
 * One named quantity and where on the wire it is.
 *
 * @param name unique on the bench
 * @param unit {@link Unit#ONE} for texts, flags and counts
 * @param circle the full circle in {@code unit} for angles that wrap (360 for deg); null for others
 * @param uncertainty expanded uncertainty (k = 2) of one sample; null where nothing is declared
 * @param errorLimits of one sample, beside that uncertainty or the calibration's; null where none are declared
 * @param sampling how it is sampled, as far as that is declared
 * @param settings what the codec needs to find it
 */
public record SignalSpec(
        String name,
        String channel,
        Unit unit,
        @Nullable Double circle,
        @Nullable Quantity uncertainty,
        @Nullable ErrorLimits errorLimits,
        Sampling sampling,
        Settings settings) {

    /** The key of {@link #answerTo}. */
    public static final String ANSWER_TO = "answer-to";

    /** The command in {@link ChannelSpec#poll} that its values are the answer to; empty where any frame may hold one. */
    public Optional<String> answerTo() {
        return settings.text(ANSWER_TO);
    }

    /** A signal of which nothing is said on how it is sampled. */
    public SignalSpec(
            String name,
            String channel,
            Unit unit,
            @Nullable Double circle,
            @Nullable Quantity uncertainty,
            Settings settings) {
        this(name, channel, unit, circle, uncertainty, Sampling.UNKNOWN, settings);
    }

    /** A signal without error limits. */
    public SignalSpec(
            String name,
            String channel,
            Unit unit,
            @Nullable Double circle,
            @Nullable Quantity uncertainty,
            Sampling sampling,
            Settings settings) {
        this(name, channel, unit, circle, uncertainty, null, sampling, settings);
    }
}
