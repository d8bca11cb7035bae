package org.plumbline.vda5050;

import java.util.Optional;
import org.plumbline.bench.Settings;
import org.plumbline.json.TopicFilter;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/**
 * The mobile robot of a channel.
 *
 * @param prefix of its topics: interface name, major version, manufacturer and serial number (2.1, 6.3), a slash last
 */
record Vehicle(ProtocolVersion version, String prefix, String manufacturer, String serialNumber) {

    /** @throws org.plumbline.error.InputException where there is no such version, or a name cannot be part of a topic */
    static Vehicle of(Settings settings) {
        String number = settings.text("vda5050-version").orElseThrow();
        ProtocolVersion version = ProtocolVersion.of(number)
                .orElseThrow(() -> Refusal.of(
                        settings,
                        "vda5050-version",
                        new Text("没有 VDA 5050 的 %s 版", "there is no version %s of VDA 5050 here").with(number),
                        Nearest.remedy(number, ProtocolVersion.numbers())));
        String manufacturer = level(settings, "manufacturer", "");
        String serialNumber = level(settings, "serial-number", "");
        return new Vehicle(
                version,
                String.join(
                        "/",
                        level(settings, "interface-name", version.interfaceName()),
                        version.major(),
                        manufacturer,
                        serialNumber,
                        ""),
                manufacturer,
                serialNumber);
    }

    private static String level(Settings settings, String key, String otherwise) {
        String level = settings.text(key).orElse(otherwise);
        if (level.isEmpty() || !TopicFilter.isWithinLevel(level)) {
            throw Refusal.of(
                    settings,
                    key,
                    new Text("\"%s\" 不能作为主题的一级", "\"%s\" cannot be a level of a topic").with(level),
                    new Text("不能为空，不能含 /、+ 或 #", "it must not be empty or hold /, + or #"));
        }
        return level;
    }

    String topic(String name) {
        return prefix + name;
    }

    /** Which of the protocol's topics it is; empty for all others, such as another vehicle's. */
    Optional<String> name(String topic) {
        return Optional.of(topic)
                .filter(it -> it.startsWith(prefix))
                .map(it -> it.substring(prefix.length()))
                .filter(version.topics()::contains);
    }
}
