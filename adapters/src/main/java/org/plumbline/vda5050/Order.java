package org.plumbline.vda5050;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Settings;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.template.Template;
import org.plumbline.text.Text;

/** An order or its update (2.1, 6.6). */
record Order(Optional<Template> id, Template update, Route route) implements Body {

    /** @throws org.plumbline.error.InputException where the route is none */
    static Order of(Settings settings) {
        return new Order(
                settings.text("order-id").map(Template::new),
                new Template(settings.text("order-update-id").orElse("0")),
                Route.of(settings));
    }

    @Override
    public String topic() {
        return "order";
    }

    @Override
    public Map<String, @Nullable Object> fill(Map<String, String> parameters, Sender sender, Instant utc) {
        long number = whole(update.fill(parameters));
        Map<String, @Nullable Object> order = new LinkedHashMap<>();
        order.put("orderId", sender.order(id(number, parameters, sender, utc)));
        order.put("orderUpdateId", number);
        order.putAll(route.fill(parameters, sender, utc));
        return order;
    }

    private String id(long number, Map<String, String> parameters, Sender sender, Instant utc) {
        return id.map(template -> template.fill(parameters))
                .orElseGet(() -> number == 0 ? sender.newId("order", utc) : sender.lastOrder());
    }

    private static long whole(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new NotEncodableException(
                    new Text("order-update-id 的值“%s”不是整数", "the order-update-id \"%s\" is no whole number").with(text),
                    new Text("请给出 0 或更大的整数", "give a whole number, 0 or more"));
        }
    }
}
