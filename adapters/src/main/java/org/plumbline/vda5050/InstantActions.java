package org.plumbline.vda5050;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Actions that are to be done at once (2.1, 6.9). */
record InstantActions(ActionList actions) implements Body {

    @Override
    public String topic() {
        return "instantActions";
    }

    @Override
    public Map<String, @Nullable Object> fill(Map<String, String> parameters, Sender sender, Instant utc) {
        ProtocolVersion version = sender.vehicle().version();
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(version.instantActions(), actions.fill(parameters, sender, utc, version.instantBlocking()));
        return fields;
    }
}
