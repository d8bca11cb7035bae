package org.plumbline.vda5050;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.json.JsonTemplate;

/** A message as the file has it, right or wrong. */
record AnyMessage(String topic, JsonTemplate message) implements Body {

    @Override
    public Map<String, @Nullable Object> fill(Map<String, String> parameters, Sender sender, Instant utc) {
        return Fields.of(message.fill(parameters));
    }
}
