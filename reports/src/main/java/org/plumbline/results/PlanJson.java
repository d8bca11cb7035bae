package org.plumbline.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.alignment.AlignedFile;
import org.plumbline.alignment.Anchor;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.Device;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.Simulation;
import org.plumbline.channel.PluginOrigin;
import org.plumbline.run.ChannelLatency;
import org.plumbline.run.Characterisation;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.standard.Standard;

/** The part of results.json that stood fast before the run: who, what, with what, after which standard. */
record PlanJson(RunPlan plan, Redaction redaction) {

    ObjectNode json(Software software) {
        ObjectNode json = object();
        json.put("id", plan.id());
        json.put("suite", plan.suite());
        json.put("driver", plan.driver());
        json.put("started", plan.started().toString());
        json.put("repeat", plan.repeat());
        json.set("standard", standard(plan.standard()));
        json.set("device", device(plan.bench().device()));
        json.set("bench", bench(plan.bench()));
        json.set("characterisation", characterisation(plan.characterisation()));
        json.set("software", software(software));
        ArrayNode scenarios = json.putArray("scenarios");
        plan.scenarios().forEach(scenario -> scenarios.add(scenario(scenario)));
        return json;
    }

    private static ObjectNode software(Software software) {
        ObjectNode json = object().put("plumbline", software.plumbline())
                .put("java", software.java())
                .put("os", software.os());
        ArrayNode plugins = json.putArray("plugins");
        Map<String, ObjectNode> jars = new LinkedHashMap<>();
        for (PluginOrigin origin : software.plugins()) {
            ObjectNode entry = jars.computeIfAbsent(origin.jar(), jar -> plugin(origin));
            int space = origin.hold().indexOf(' ');
            entry.withArray(origin.hold().substring(0, space) + "s")
                    .add(origin.hold().substring(space + 1));
        }
        plugins.addAll(jars.values());
        return json;
    }

    private static ObjectNode plugin(PluginOrigin origin) {
        ObjectNode json = object().put("jar", origin.jar()).put("sha256", origin.sha256());
        json.putArray("transports");
        json.putArray("codecs");
        return json;
    }

    private ObjectNode characterisation(Characterisation characterisation) {
        ObjectNode json = object();
        json.put("resolution", characterisation.resolution());
        json.put("halfWidth", characterisation.halfWidth());
        ArrayNode channels = json.putArray("channels");
        for (ChannelLatency channel : characterisation.channels()) {
            channels.addObject()
                    .put("channel", channel.channel())
                    .put("transport", channel.transport())
                    .put("messages", channel.messages())
                    .put("median", channel.median())
                    .put("p99", channel.p99())
                    .put("jitter", channel.jitter())
                    .set("trouble", redaction.json(channel.trouble()));
        }
        ArrayNode files = json.putArray("files");
        characterisation.files().forEach(file -> files.add(file(file)));
        return json;
    }

    private ObjectNode file(AlignedFile file) {
        ObjectNode json = object();
        json.put("channel", file.channel());
        json.put("name", redaction.of(file.name()));
        json.put("sha256", file.sha256());
        json.put("offset", file.offset());
        json.put("standardUncertainty", file.standard(file.anchors().get(0).run()));
        json.put("drift", file.isDriftKnown() ? (Double) file.drift() : null);
        json.put("driftLimit", file.driftLimit());
        json.put("clockUncertainty", file.uncertainty());
        ArrayNode events = json.putArray("events");
        for (Anchor anchor : file.anchors()) {
            events.addObject()
                    .put("file", anchor.file())
                    .put("run", anchor.run())
                    .put("halfWidth", anchor.halfWidth())
                    .set("event", redaction.json(anchor.words()));
        }
        json.putObject("rows")
                .put("used", file.tally().used())
                .put("early", file.tally().early())
                .put("late", file.tally().late())
                .put("faulty", file.tally().faulty());
        json.set("doubt", redaction.json(file.doubt().orElse(null)));
        return json;
    }

    private ObjectNode standard(Standard standard) {
        ObjectNode json = object().put("id", standard.id());
        json.set("title", redaction.json(standard.title()));
        return json.put("revision", standard.revision())
                .put("level", standard.level())
                .put("stage", standard.stage());
    }

    private ObjectNode device(Device device) {
        ObjectNode json = object();
        json.put("class", redaction.of(device.identity().deviceClass()));
        json.put("manufacturer", redaction.of(device.identity().manufacturer()));
        json.put("model", redaction.of(device.identity().model()));
        json.put("serialNumber", redaction.of(device.identity().serialNumber()));
        json.put("firmware", redaction.of(device.identity().firmware()));
        ObjectNode ics = json.putObject("ics");
        device.ics().forEach(ics::put);
        ObjectNode ixit = json.putObject("ixit");
        device.ixit().forEach((item, declared) -> ixit.putObject(item)
                .put("value", declared.value())
                .put("unit", declared.unit().symbol()));
        return json;
    }

    private ObjectNode bench(Bench bench) {
        ObjectNode json = object();
        json.putObject("laboratory")
                .put("name", redaction.of(bench.laboratory().name()))
                .put("accreditation", redaction.of(bench.laboratory().accreditation()))
                .put("timeZone", Objects.toString(bench.laboratory().zone(), null));
        json.put("operator", redaction.of(bench.operator()));
        ObjectNode environment = json.putObject("environment");
        for (Map.Entry<String, String> condition : bench.environment().entrySet()) {
            environment.put(condition.getKey(), redaction.of(condition.getValue()));
        }
        ArrayNode instruments = json.putArray("instruments");
        bench.instruments().forEach(instrument -> instruments.add(instrument(instrument)));
        json.put("seed", bench.seed());
        json.set("simulation", simulation(bench.simulation()));
        return json;
    }

    private ObjectNode instrument(Instrument instrument) {
        ObjectNode json = object();
        json.put("name", instrument.name());
        json.put("manufacturer", redaction.of(instrument.manufacturer()));
        json.put("model", redaction.of(instrument.model()));
        json.put("serialNumber", redaction.of(instrument.serialNumber()));
        json.set("calibration", calibration(instrument.calibration()));
        ArrayNode signals = json.putArray("signals");
        instrument.signals().keySet().forEach(signals::add);
        return json;
    }

    private JsonNode calibration(@Nullable Calibration calibration) {
        if (calibration == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        return object().put("certificate", redaction.of(calibration.certificate()))
                .put("due", calibration.due().toString())
                .put("expandedUncertainty", calibration.expandedUncertainty().value())
                .put("unit", calibration.expandedUncertainty().unit().symbol())
                .put("coverageFactor", calibration.coverageFactor());
    }

    private static JsonNode simulation(@Nullable Simulation simulation) {
        if (simulation == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode json = object().put("robot", simulation.robot());
        ArrayNode faults = json.putArray("faults");
        simulation.faults().forEach(faults::add);
        return json;
    }

    private ObjectNode scenario(ScenarioPlan scenario) {
        ObjectNode json = object();
        json.put("id", scenario.id());
        json.put("name", redaction.of(scenario.name()));
        json.put("feature", scenario.feature());
        json.put("line", scenario.line());
        json.put("language", scenario.language().code());
        ArrayNode requirements = json.putArray("requirements");
        scenario.requirements().forEach(requirements::add);
        json.put("applies", scenario.applies());
        json.put("observation", scenario.observation());
        json.put("passive", scenario.passive());
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
