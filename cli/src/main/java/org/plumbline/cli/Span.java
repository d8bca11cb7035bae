package org.plumbline.cli;

import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/** How long something takes, as an option says it. */
final class Span {

    /** No recording is longer; far beyond it, nanoseconds would not fit. */
    private static final double LONGEST = 366 * 86_400.0;

    private Span() {}

    /**
     * In nanoseconds.
     *
     * @throws InputException where it is not a time, not positive, or more than a year
     */
    static long nanos(String option, String text) {
        return Quantity.parse(text)
                .filter(quantity -> quantity.unit().isCommensurableWith(Unit.S))
                .filter(quantity -> quantity.in(Unit.S) > 0 && quantity.in(Unit.S) <= LONGEST)
                .map(Quantity::nanos)
                .orElseThrow(() -> new InputException(Problem.of(
                        new Text("%s 的值“%s”无效", "%s cannot be \"%s\"").with(option, text),
                        new Text("请写时间和单位，例如 60s、5min、1h", "write a time with its unit, such as 60s, 5min or 1h"))));
    }
}
