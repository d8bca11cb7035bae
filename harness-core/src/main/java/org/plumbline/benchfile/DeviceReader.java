package org.plumbline.benchfile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.IdentityReport;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.QuantityReader;
import org.plumbline.yaml.YamlNode;

/** Reads a device.yaml whose structure was checked. */
final class DeviceReader {

    private final EntryReader entries;
    private final Problems problems;

    DeviceReader(EntryReader entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    Device read(YamlNode root) {
        YamlNode identity = root.required("device");
        Map<String, Boolean> ics = new LinkedHashMap<>();
        root.mapping("ics").forEach((item, node) -> ics.put(item, node.json().booleanValue()));
        Map<String, Quantity> ixit = new LinkedHashMap<>();
        root.mapping("ixit").forEach((name, node) -> QuantityReader.quantity(node, problems)
                .ifPresent(quantity -> ixit.put(name, quantity)));
        EntryReader.Entries own = entries.read(Device.OWNER, root);
        checkSafeState(root);
        Map<String, IdentityReport> reports = new LinkedHashMap<>();
        root.mapping("identity").forEach((key, node) -> reports.put(key, report(node, own)));
        return new Device(
                new DeviceIdentity(
                        identity.required("class").raw(),
                        identity.required("manufacturer").raw(),
                        identity.required("model").raw(),
                        identity.required("serial-number").raw(),
                        identity.required("firmware").raw()),
                ics,
                ixit,
                own.channels(),
                own.signals(),
                own.commands(),
                reports);
    }

    private IdentityReport report(YamlNode node, EntryReader.Entries own) {
        YamlNode signal = node.required("signal");
        if (!own.signals().containsKey(signal.raw())) {
            problems.add(
                    signal.place(),
                    new Text("设备没有名为“%s”的信号", "the device has no signal called \"%s\"").with(signal.raw()),
                    Nearest.remedy(signal.raw(), own.signals().keySet()));
        }
        node.field("command").ifPresent(command -> checkAsks(command, own.commands()));
        return new IdentityReport(signal.raw(), node.field("command").map(YamlNode::raw));
    }

    private void checkAsks(YamlNode node, Map<String, CommandSpec> commands) {
        CommandSpec command = commands.get(node.raw());
        if (command == null) {
            problems.add(
                    node.place(),
                    new Text("设备没有名为“%s”的命令", "the device has no command called \"%s\"").with(node.raw()),
                    Nearest.remedy(node.raw(), commands.keySet()));
        } else if (command.changesState()) {
            problems.add(
                    node.place(),
                    new Text(
                                    "命令“%s”会改变设备状态，不能用于询问身份",
                                    "the command \"%s\" changes the device's state: nobody asks for an identity with it")
                            .with(node.raw()),
                    new Text("若它不改变状态，请写 changes-state: false", "where it does not, write changes-state: false"));
        }
    }

    private void checkSafeState(YamlNode root) {
        Map<String, YamlNode> commands = root.mapping("commands");
        if (!commands.isEmpty() && !commands.containsKey(CommandSpec.SAFE_STATE)) {
            problems.add(
                    root.required("commands").keyPlace(),
                    new Text("设备有命令，却没有 \"safe-state\"", "the device has commands but no \"safe-state\""),
                    new Text(
                            "请声明使设备停止一切运动的命令 safe-state：试验提前结束时先发送它",
                            "declare the command safe-state that stops every motion: it is sent first when a run ends early"));
        }
    }
}
