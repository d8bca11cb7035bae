package org.plumbline.mcap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was found wrong: thrown where the reader is strict, else kept. */
final class Damage {

    private static final int KEPT = 100;

    private final boolean lenient;
    private final List<McapException> found = new ArrayList<>();

    Damage(McapReaderOptions options) {
        this.lenient = options.lenient();
    }

    /** Keeps or throws. */
    void report(McapException problem) throws McapException {
        if (!lenient) {
            throw problem;
        }
        if (found.size() < KEPT) {
            found.add(problem);
        }
    }

    /** The first {@value #KEPT}. */
    List<McapException> found() {
        return Collections.unmodifiableList(found);
    }
}
