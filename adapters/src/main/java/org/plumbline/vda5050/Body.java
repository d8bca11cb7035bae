package org.plumbline.vda5050;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What follows the header in a message that is sent. */
interface Body {

    String topic();

    /**
     * The fields; those that the header has go before it.
     *
     * @throws org.plumbline.channel.NotEncodableException where a parameter is missing or cannot be used: names it
     */
    Map<String, @Nullable Object> fill(Map<String, String> parameters, Sender sender, Instant utc);
}
