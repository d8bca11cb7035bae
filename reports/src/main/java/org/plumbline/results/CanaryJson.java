package org.plumbline.results;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plumbline.run.CanaryResult;

/** One signal in results.json of which the right verdict was known before the run. */
record CanaryJson(Redaction redaction) {

    ObjectNode json(CanaryResult canary) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("name", redaction.json(canary.name()));
        json.set("step", redaction.json(canary.step()));
        json.put("expected", canary.expected().key());
        json.put("found", canary.found().key());
        json.set("reason", redaction.json(canary.reason()));
        return json;
    }
}
