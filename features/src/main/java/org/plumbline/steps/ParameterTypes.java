package org.plumbline.steps;

import io.cucumber.java.ParameterType;
import java.util.stream.Stream;
import org.plumbline.channel.FrameError;
import org.plumbline.contact.ContactKind;
import org.plumbline.quantity.Quantity;

/** What may stand for a parameter in a step. Called by Cucumber. */
public final class ParameterTypes {

    static final String QUANTITY = "[-+]?\\d+(?:\\.\\d+)? (?:%|1|[A-Za-z][A-Za-z0-9]*(?:/[A-Za-z][A-Za-z0-9]*)?)";

    /** A number with its unit: {@code 5 s}, {@code -0.1 m/s}; {@code 3 1} is a count. */
    @ParameterType(name = "quantity", value = QUANTITY)
    public Quantity quantity(String text) {
        return Quantity.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("the unit in \"" + text + "\" is not known"));
    }

    /** Above or below. */
    @ParameterType(name = "comparison", value = "低于|高于|below|above")
    public Comparison comparison(String word) {
        return word.equals("低于") || word.equals("below") ? Comparison.BELOW : Comparison.ABOVE;
    }

    /** The largest or the smallest value. */
    @ParameterType(name = "extreme", value = "最大值|最小值|maximum|minimum")
    public boolean extreme(String word) {
        return word.equals("最大值") || word.equals("maximum");
    }

    /** What can be wrong with a frame. */
    @ParameterType(
            name = "frame-error",
            value = "校验|长度|格式|数值|超时|异常应答|丢帧|checksum|length|syntax|value|timeout|exception|lost")
    public FrameError frameError(String word) {
        return Stream.of(FrameError.values())
                .filter(kind -> kind.words().zh().equals(word) || kind.key().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** How a counter or a time stamp can be out of order. */
    @ParameterType(name = "irregularity", value = "未递增|未逐一加 1|not increasing|not counting up by 1")
    public Irregularity irregularity(String word) {
        return word.equals("未递增") || word.equals("not increasing")
                ? Irregularity.NOT_INCREASING
                : Irregularity.NOT_BY_ONE;
    }

    /** How a robot touches a person. */
    @ParameterType(name = "contact-kind", value = "瞬态|准静态|transient|quasi-static")
    public ContactKind contactKind(String word) {
        return word.equals("瞬态") || word.equals("transient") ? ContactKind.TRANSIENT : ContactKind.QUASI_STATIC;
    }

    /** What keeps people away from a hazard. */
    @ParameterType(
            name = "safeguard",
            value =
                    "光幕|水平探测区|压敏垫|双手操纵装置|带罩双手操纵装置"
                            + "|light curtain|horizontal detection zone|pressure-sensitive mat|two-hand control|covered two-hand control")
    public Safeguard safeguard(String word) {
        return Safeguard.of(word);
    }

    /** Which side of a threshold. */
    public enum Comparison {
        /** Smaller than the threshold. */
        BELOW,
        /** Larger than the threshold. */
        ABOVE;

        boolean holds(double value, double threshold) {
            return this == BELOW ? value < threshold : value > threshold;
        }
    }

    /** What a sample can be, compared with the one before. */
    public enum Irregularity {
        /** Not larger. */
        NOT_INCREASING,
        /** Not exactly one larger. */
        NOT_BY_ONE
    }
}
