package org.plumbline.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Secrets;
import org.plumbline.run.Run;
import org.plumbline.text.Text;

/** Words with the bench's secrets taken out: what libraries say may hold them. Keys and ids do not pass through here. */
record Redaction(Secrets secrets) {

    static Redaction of(Run run) {
        return new Redaction(run.plan().bench().secrets());
    }

    String of(String words) {
        return secrets.redact(words);
    }

    Text of(Text words) {
        return new Text(of(words.zh()), of(words.en()));
    }

    JsonNode json(@Nullable Text words) {
        if (words == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return json.put("zh", of(words.zh())).put("en", of(words.en()));
    }

    ArrayNode json(List<Text> all) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        all.forEach(words -> json.add(json(words)));
        return json;
    }
}
