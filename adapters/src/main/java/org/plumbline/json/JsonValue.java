package org.plumbline.json;

import com.fasterxml.jackson.core.JsonPointer;
import org.plumbline.bench.SignalSpec;
import org.plumbline.scaling.Scaling;

/** Where one signal is in a message. */
record JsonValue(SignalSpec signal, TopicFilter topic, JsonPointer pointer, JsonType type, Scaling scaling) {}
