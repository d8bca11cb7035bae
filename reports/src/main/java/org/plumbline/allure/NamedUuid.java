package org.plumbline.allure;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.plumbline.run.RunPlan;

/** Names for files: the same for the same run, so that a run in virtual time gives the same bytes each time. */
final class NamedUuid {

    private NamedUuid() {}

    static String of(RunPlan plan, String what) {
        return of(
                plan.id(), plan.started().toString(), Long.toString(plan.bench().seed()), what);
    }

    static String of(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
