package org.plumbline.junit;

import java.util.Locale;
import org.plumbline.run.Run;
import org.plumbline.text.Language;

/**
 * Entry point of the assertions; goes beside AssertJ's own {@code assertThat}.
 *
 * <pre>{@code
 * assertThat(run).verifies("UW-A02").withMeasurementBelow(0.10, "m");
 * }</pre>
 */
public final class PlumblineAssertions {

    private PlumblineAssertions() {}

    /** Assertions about a run; messages in the machine's language. */
    public static RunAssert assertThat(Run run) {
        return new RunAssert(run, Language.of(Locale.getDefault()));
    }
}
