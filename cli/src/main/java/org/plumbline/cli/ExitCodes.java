package org.plumbline.cli;

import java.util.List;

/** Exit codes of several runs in one: error before fail before undecided before pass. */
final class ExitCodes {

    private static final List<Integer> ORDER = List.of(0, 3, 1, 4, 130);

    private ExitCodes() {}

    static int worse(int one, int other) {
        return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
    }
}
