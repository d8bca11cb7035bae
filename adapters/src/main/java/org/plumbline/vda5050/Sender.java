package org.plumbline.vda5050;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.text.Text;

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
     * @throws NotEncodableException where none was sent
     */
    synchronized String lastOrder() {
        if (order == null) {
            throw new NotEncodableException(
                    new Text(
                            "order-update-id 大于 0，但此前没有发送过订单，也没有写 order-id",
                            "the order-update-id is above 0, but no order was sent before and there is no order-id"),
                    new Text(
                            "请先发送 order-update-id 为 0 的订单，或写明 order-id",
                            "send an order with order-update-id 0 first, or write the order-id"));
        }
        return order;
    }
}
