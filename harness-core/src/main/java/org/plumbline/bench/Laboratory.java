package org.plumbline.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Who tests.
 *
 * @param accreditation as the laboratory words it; empty for none. No mark is ever printed.
 * @param zone whose calendar it goes by; null where it does not say
 */
public record Laboratory(
        String name, String accreditation, @Nullable ZoneId zone) {

    /** Days begin here first. */
    private static final ZoneId EARLIEST = ZoneOffset.ofHours(14);

    /** Without a calendar. */
    public Laboratory(String name, String accreditation) {
        this(name, accreditation, null);
    }

    /** What day it is at the laboratory; where that is not known, the latest that it may be. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone == null ? EARLIEST : zone);
    }
}
