package org.plumbline.mqtt;

/** The broker's acknowledgement of a subscription carries a failure: 0x80 of MQTT 3.1.1 (3.9.3) or a code of MQTT 5 (3.9.3). */
final class SubscriptionRefused extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_FAILURE = 0x80;

    private final String filter;
    private final int code;

    private SubscriptionRefused(String filter, int code) {
        super("%s: 0x%02X".formatted(filter, code));
        this.filter = filter;
        this.code = code;
    }

    /** Paho throws only where a single filter was refused, and only with MQTT 3.1.1. */
    static void check(String[] filters, int[] codes) throws SubscriptionRefused {
        for (int i = 0; i < filters.length; i++) {
            if (codes[i] >= FIRST_FAILURE) {
                throw new SubscriptionRefused(filters[i], codes[i]);
            }
        }
    }

    String filter() {
        return filter;
    }

    int code() {
        return code;
    }
}
