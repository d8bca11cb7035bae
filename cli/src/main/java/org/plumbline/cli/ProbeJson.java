package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.probe.ChannelFinding;
import org.plumbline.probe.Heard;
import org.plumbline.probe.IdentityFinding;
import org.plumbline.probe.SignalSeen;
import org.plumbline.probe.State;
import org.plumbline.suite.IcsEvidence;
import org.plumbline.suite.SuiteDemands;
import org.plumbline.text.Text;

/** What a probe found, for machines: what its table says. What was not heard, asked or compared has no key. */
record ProbeJson(ProbeTable table) {

    private static final double NANOS = 1e9;

    ObjectNode node() {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("ready", table.worst().compareTo(State.READY) <= 0);
        node.put("state", word(table.worst()));
        ArrayNode channels = node.putArray("channels");
        table.probed().channels().forEach(finding -> channel(channels.addObject(), finding));
        if (!table.probed().identity().isEmpty()) {
            ArrayNode identity = node.putArray("identity");
            table.probed().identity().forEach(finding -> identity(identity.addObject(), finding));
        }
        table.suite().map(SuiteDemands::evidence).ifPresent(evidence -> {
            ArrayNode ics = node.putArray("ics");
            evidence.forEach(item -> ics(ics.addObject(), item));
        });
        return node;
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private void channel(ObjectNode node, ChannelFinding finding) {
        node.put("name", finding.channel().name());
        node.put("transport", finding.channel().transport());
        node.put("codec", finding.channel().codec());
        node.put("state", word(finding.state()));
        finding.heard().ifPresent(heard -> {
            node.put("bytes", heard.bytes());
            node.put("frames", heard.frames().count());
            node.put("perSecond", heard.frames().perSecond(heard.duration()));
            ObjectNode faults = node.putObject("faults");
            heard.faults().forEach((kind, seen) -> faults.put(kind.words().en(), seen.count()));
        });
        ArrayNode signals = node.putArray("signals");
        for (SignalSpec signal : finding.signals()) {
            ObjectNode one = signals.addObject();
            one.put("name", signal.name());
            one.put("unit", signal.unit().toString());
            finding.heard()
                    .filter(heard -> heard.signals().containsKey(signal.name()))
                    .ifPresent(
                            heard -> seen(one, finding, heard, heard.signals().get(signal.name())));
        }
        reasons(node, finding.reasons());
    }

    private static void seen(ObjectNode node, ChannelFinding finding, Heard heard, SignalSeen seen) {
        node.put("samples", seen.samples().count());
        node.put("perSecond", seen.samples().perSecond(heard.duration()));
        if (seen.last() instanceof Value.Numeric number) {
            node.put("last", number.value());
        } else if (seen.last() instanceof Value.Logical flag) {
            node.put("last", flag.value());
        } else {
            node.put("last", seen.last().shown());
        }
        node.put("ageSeconds", Math.max(0, finding.ended() - seen.samples().last()) / NANOS);
    }

    private void identity(ObjectNode node, IdentityFinding finding) {
        node.put("key", finding.key());
        node.put("declared", finding.declared());
        finding.said().ifPresent(said -> node.put("said", said));
        reasons(node, finding.reason().stream().toList());
    }

    private void ics(ObjectNode node, IcsEvidence item) {
        node.put("item", item.item().id());
        node.put("declared", item.declared());
        ArrayNode signals = node.putArray("signals");
        item.signals().forEach(signals::add);
        reasons(node, table.doubt(item).stream().toList());
    }

    private void reasons(ObjectNode node, List<Text> words) {
        ArrayNode reasons = node.putArray("reasons");
        words.forEach(each -> reasons.add(each.in(table.language())));
    }
}
