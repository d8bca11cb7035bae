package org.plumbline.pose;

import java.util.List;

/** Repeats of one movement; n is always their number, never that of the points along a path. */
final class Cycles {

    private Cycles() {}

    static void atLeast(int least, List<?> cycles) {
        if (cycles.size() < least) {
            throw new IllegalArgumentException("too few cycles: " + cycles.size() + ", needed " + least);
        }
    }
}
