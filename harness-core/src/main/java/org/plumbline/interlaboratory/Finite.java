package org.plumbline.interlaboratory;

import java.util.Arrays;
import org.plumbline.error.UnfitException;
import org.plumbline.text.Text;

/** Refuses what is no number: comparisons with it would be false and look like a result. */
final class Finite {

    private Finite() {}

    static void require(Text of, double... numbers) {
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new UnfitException(
                    new Text("%s只能用数计算: %s", "%s needs numbers: %s").with(of, Arrays.toString(numbers)));
        }
    }
}
