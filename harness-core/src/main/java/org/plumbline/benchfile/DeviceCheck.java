package org.plumbline.benchfile;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Device;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Bound;
import org.plumbline.standard.IcsItem;
import org.plumbline.standard.IxitItem;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.YamlFile;
import org.plumbline.yaml.YamlNode;

/**
 * Checks whether a device declares what a standard asks for. It may declare items of other standards beside them, for one file
 * describes the device to all of them; but nothing that may be a slip for an item of this one.
 */
public final class DeviceCheck {

    private final Standard standard;
    private final Device device;
    private final @Nullable YamlNode file;
    private final Problems problems = new Problems();
    private final Set<String> missing = new HashSet<>();

    private DeviceCheck(Standard standard, Bench bench) {
        this.standard = standard;
        this.device = bench.device();
        // Read once more, for the places only: the bench holds values, not places.
        this.file = bench.deviceFile() == null ? null : YamlFile.read(bench.deviceFile());
    }

    /**
     * Goes on where standard and device fit together.
     *
     * @throws InputException with everything that does not fit, with places in device.yaml
     */
    public static void check(Standard standard, Bench bench) {
        DeviceCheck check = new DeviceCheck(standard, bench);
        check.ics();
        check.ixit();
        if (bench.device().ics().keySet().containsAll(standard.ics().keySet())) {
            standard.requirements().stream()
                    .filter(requirement -> requirement.applies().holds(bench.device()::declares))
                    .forEach(check::limits);
        }
        check.problems.throwIfAny();
    }

    /** What the device declares beyond the standard, and no run by it uses; empty where there is nothing. */
    public static Optional<Text> unused(Standard standard, Device device) {
        List<String> items = Stream.of(beyond(device.ics(), standard.ics()), beyond(device.ixit(), standard.ixit()))
                .flatMap(List::stream)
                .toList();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(
                                "device.yaml 中有标准 %s 没有的项，不使用: %s",
                                "device.yaml declares what the standard %s does not have; not used: %s")
                        .with(standard.id(), new Text(String.join("、", items), String.join(", ", items))));
    }

    private static List<String> beyond(Map<String, ?> declared, Map<String, ?> known) {
        return declared.keySet().stream()
                .filter(item -> !known.containsKey(item))
                .toList();
    }

    private void ics() {
        slips("ICS", "ics", device.ics(), standard.ics());
        standard.ics().values().stream()
                .filter(item -> !device.ics().containsKey(item.id()))
                .forEach(this::undeclared);
    }

    /** An item that nobody knows may be meant for one of the standard only where that one is not there itself. */
    private void slips(String kind, String section, Map<String, ?> declared, Map<String, ?> known) {
        Collection<String> open = known.keySet().stream()
                .filter(item -> !declared.containsKey(item))
                .toList();
        beyond(declared, known).stream()
                .filter(item -> Nearest.to(item, open).isPresent())
                .forEach(item -> problems.add(
                        keyPlace(section, item),
                        new Text("标准 %s 中没有 %s 项 \"%s\"", "the standard %s has no %s item \"%s\"")
                                .with(standard.id(), kind, item),
                        Nearest.remedy(item, open)));
    }

    /** Silence is no declaration: taken as "no", it would make requirements not applicable that nobody disclaimed. */
    private void undeclared(IcsItem item) {
        problems.add(
                sectionPlace("ics"),
                new Text(
                        "未声明 ICS 项 \"%s\"（%s）"
                                .formatted(item.id(), item.question().zh()),
                        "the ICS item \"%s\" is not declared (%s)"
                                .formatted(item.id(), item.question().en())),
                new Text("请在 ics 下写明 %1$s: true 或 %1$s: false", "write %1$s: true or %1$s: false under ics")
                        .with(item.id()));
    }

    private void ixit() {
        slips("IXIT", "ixit", device.ixit(), standard.ixit());
        device.ixit().forEach((name, quantity) -> {
            IxitItem item = standard.ixit().get(name);
            if (item != null) {
                inRange(item, quantity);
            }
        });
    }

    private void inRange(IxitItem item, Quantity declared) {
        Place place = valuePlace("ixit", item.id());
        // 5 degC for an item in K may mean 5 K apart or 278.15 K.
        if (!declared.unit().isProportionalTo(item.unit())) {
            problems.add(
                    place,
                    new Text(
                                    "\"%s\" 声明为 %s，与标准的单位 %s 不相容",
                                    "\"%s\" is declared as %s, which does not fit the unit %s of the standard")
                            .with(item.id(), declared, item.unit()),
                    new Text("请以 %s 为单位声明", "declare it in %s").with(item.unit()));
            return;
        }
        double value = declared.in(item.unit());
        Double min = item.min();
        Double max = item.max();
        if (min != null && value < min || max != null && value > max) {
            problems.add(
                    place,
                    new Text("\"%s\" 声明为 %s，超出标准允许的范围", "\"%s\" is declared as %s, outside what the standard allows")
                            .with(item.id(), declared),
                    range(item));
        }
    }

    private static Text range(IxitItem item) {
        Double min = item.min();
        Double max = item.max();
        String least = min == null ? "" : new Quantity(min, item.unit()).toString();
        String most = max == null ? "" : new Quantity(max, item.unit()).toString();
        if (min != null && max != null) {
            return new Text("应在 %s 与 %s 之间", "it must be between %s and %s").with(least, most);
        }
        return max == null
                ? new Text("不应小于 %s", "it must be at least %s").with(least)
                : new Text("不应大于 %s", "it must be at most %s").with(most);
    }

    private void limits(Requirement requirement) {
        for (Limit limit : requirement.limits().values()) {
            boolean complete = declared(requirement, limit, limit.min()) & declared(requirement, limit, limit.max());
            if (complete && problems.isEmpty()) {
                order(limit);
            }
        }
    }

    private boolean declared(Requirement requirement, Limit limit, @Nullable Bound bound) {
        if (bound == null) {
            return true;
        }
        boolean complete = true;
        for (Bound.Term term : bound.terms()) {
            String name = term.ixit();
            if (name != null && !device.ixit().containsKey(name)) {
                complete = false;
                missing(requirement, limit, name);
            }
        }
        return complete;
    }

    private void missing(Requirement requirement, Limit limit, String name) {
        if (!missing.add(name)) {
            return;
        }
        IxitItem item = standard.ixit().get(name);
        problems.add(
                sectionPlace("ixit"),
                new Text(
                                "缺少 IXIT 项 \"%s\"：%s 的限值 \"%s\" 要用到它",
                                "the IXIT item \"%s\" is missing: %s needs it for the limit \"%s\"")
                        .with(name, requirement.id(), limit.name()),
                item == null
                        ? new Text("请在 ixit 下声明", "declare it under ixit")
                        : new Text(
                                "请在 ixit 下声明：" + item.meaning().zh() + in(item.unit(), "，单位 "),
                                "declare it under ixit: " + item.meaning().en() + in(item.unit(), ", in ")));
    }

    private static String in(Unit unit, String words) {
        return unit.equals(Unit.ONE) ? "" : words + unit;
    }

    private void order(Limit limit) {
        Bound lower = limit.min();
        Bound upper = limit.max();
        if (lower == null || upper == null) {
            return;
        }
        double min = lower.resolve(device.ixit(), limit.unit());
        double max = upper.resolve(device.ixit(), limit.unit());
        if (min > max) {
            problems.add(
                    sectionPlace("ixit"),
                    new Text(
                                    "按所声明的值，限值 \"%s\" 的下限 %s 大于上限 %s",
                                    "with the declared values the lower end %2$s of the limit \"%1$s\" is above its upper end %3$s")
                            .with(limit.name(), new Quantity(min, limit.unit()), new Quantity(max, limit.unit())),
                    new Text("请核对 ixit 中的值", "check the values under ixit"));
        }
    }

    private @Nullable Place keyPlace(String section, String name) {
        return file == null
                ? null
                : file.field(section)
                        .flatMap(node -> node.field(name))
                        .map(YamlNode::keyPlace)
                        .orElse(file.place());
    }

    private @Nullable Place valuePlace(String section, String name) {
        return file == null
                ? null
                : file.field(section)
                        .flatMap(node -> node.field(name))
                        .map(YamlNode::place)
                        .orElse(file.place());
    }

    private @Nullable Place sectionPlace(String section) {
        return file == null ? null : file.field(section).map(YamlNode::keyPlace).orElse(file.place());
    }
}
