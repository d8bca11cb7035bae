package org.plumbline.vda5050;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The harness as the fleet control of one vehicle: counts messages for each topic and makes ids. Thread-safe. */
final class Sender {

    private final Vehicle vehicle;
    private final Map<String, Long> counts = new HashMap<>();
    private long made;
    private @Nullable String order;

    Sender(Vehicle vehicle) {
        this.vehicle = vehicle;
    }

    Vehicle vehicle() {
        return vehicle;
    }

    /** The header of the next message: the id is counted for each topic, from 1 on (2.1, 6.4). */
    synchronized Map<String, @Nullable Object> header(String topic, Instant utc) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("headerId", counts.merge(topic, 1L, (before, one) -> (before + one) % (1L << 32)));
        header.put("timestamp", vehicle.version().stamp(utc));
        header.put("version", vehicle.version().full());
        header.put("manufacturer", vehicle.manufacturer());
        header.put("serialNumber", vehicle.serialNumber());
        return header;
    }

    /** An id that no earlier run had either. */
    synchronized String newId(String kind, Instant utc) {
        made++;
        return kind + "-" + utc.toEpochMilli() + "-" + made;
    }

    /** Notes an order's id. */
    synchronized String order(String id) {
        order = id;
        return id;
    }

    /**
     * The id of the last order.
     *
     * @throws IllegalArgumentException where none was sent
     */
    synchronized String lastOrder() {
        if (order == null) {
            throw new IllegalArgumentException("an order-update-id above 0 without an order before it, or an order-id");
        }
        return order;
    }
}
