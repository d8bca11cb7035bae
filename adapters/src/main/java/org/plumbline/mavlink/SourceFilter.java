package org.plumbline.mavlink;

import java.util.Optional;
import java.util.function.Predicate;
import org.plumbline.bench.Settings;

/** Of whom a signal is; empty for anybody. */
record SourceFilter(Optional<Integer> system, Optional<Integer> component) implements Predicate<Source> {

    static SourceFilter of(Settings settings) {
        return new SourceFilter(settings.integer("system"), settings.integer("component"));
    }

    @Override
    public boolean test(Source source) {
        return system.map(wanted -> wanted == source.system()).orElse(true)
                && component.map(wanted -> wanted == source.component()).orElse(true);
    }
}
