package org.plumbline.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.plumbline.error.Problem;
import org.plumbline.text.Language;

/** Compares what an encoder says against its parameters, whole and in both languages: {@code what; remedy}. */
public final class Refused {

    private Refused() {}

    /** The encoding is refused with these words. */
    public static void assertRefused(ThrowingCallable encoding, String zh, String en) {
        NotEncodableException e = catchThrowableOfType(NotEncodableException.class, encoding);
        assertThat(e).as("it is refused").isNotNull();
        Problem said = Problem.of(e.reason(), e.remedy());
        assertThat(said.in(Language.ZH)).isEqualTo(zh);
        assertThat(said.in(Language.EN)).isEqualTo(en);
    }
}
