package org.plumbline.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.channel.Packet;
import org.plumbline.template.Template;
import org.plumbline.text.Text;

/** Fills a message. */
final class JsonEncoder implements Encoder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Template topic;
    private final JsonTemplate payload;
    private final boolean retain;

    JsonEncoder(String topic, Object payload, boolean retain) {
        this.topic = new Template(topic);
        this.payload = new JsonTemplate(payload);
        this.retain = retain;
    }

    @Override
    public String address() {
        return topic.text();
    }

    @Override
    public Packet encode(Map<String, String> parameters) {
        try {
            String text = JSON.writeValueAsString(payload.fill(parameters));
            return new Packet(
                    topic.fill(name -> level(name, parameters)), text.getBytes(StandardCharsets.UTF_8), retain);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // maps, lists and scalars only
        }
    }

    /** A topic's parameter stands within one level. */
    private static String level(String name, Map<String, String> parameters) {
        String level = Template.value(name, parameters);
        if (!TopicFilter.isWithinLevel(level)) {
            throw new NotEncodableException(
                    new Text("参数“%s”位于主题中，不能是“%s”", "parameter \"%s\" stands in a topic and cannot be \"%s\"")
                            .with(name, level),
                    new Text("请给出不含 /、+ 和 # 的值", "give a value without /, + and #"));
        }
        return level;
    }
}
