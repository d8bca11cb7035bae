package org.plumbline.binary;

import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.bench.Settings;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/** Reads a channel's settings; whatever is wrong in them is said with its place. */
final class FrameLayoutReader {

    private static final int MOST = 65536;

    private final Settings settings;
    private final ByteOrder order;

    FrameLayoutReader(Settings settings) {
        this.settings = settings;
        this.order = order("byte-order", ByteOrder.BIG_ENDIAN);
    }

    FrameLayout read() {
        byte[] start = hex("start");
        if (start.length == 0) {
            throw wrong("start", new Text("没有起始字节", "there are no start bytes"), HEX);
        }
        FieldList header = new FieldList(Map.of(), start.length, order);
        settings.tree("header")
                .map(tree -> Entry.list(tree, "header", settings, FieldList.KEYS))
                .ifPresent(entries -> entries.forEach(header::add));
        if (header.isOpen()) {
            throw wrong(
                    "header",
                    new Text("帧头的长度不定", "the header has no fixed size"),
                    new Text("skip: rest 只能写在 fields 中", "skip: rest belongs into fields"));
        }
        Optional<Slot> length = settings.text("length-field").map(name -> length(name, header));
        int most = settings.integer("max-length").orElse(1024);
        if (most < 1 || most > MOST) {
            throw wrong(
                    "max-length",
                    new Text("最大帧长 %d 无效", "a frame cannot have at most %d bytes").with(most),
                    new Text("请写 1 至 %d", "write 1 to %d").with(MOST));
        }
        FrameLayout layout = new FrameLayout(
                start,
                header.at(),
                length,
                settings.integer("length-plus").orElse(0),
                messages(header, length.isPresent()),
                check(header.at()),
                hex("end"),
                most);
        requireRoom(layout);
        return layout;
    }

    private static final Text HEX = new Text("请写十六进制，如 AA 55", "write hexadecimal digits, such as AA 55");

    private byte[] hex(String key) {
        String text = settings.text(key).orElse("");
        try {
            return HexFormat.of().parseHex(text.replace(" ", ""));
        } catch (IllegalArgumentException e) {
            throw wrong(key, new Text("%s 的值 %s 不是字节", "%s: %s is not bytes").with(key, text), HEX);
        }
    }

    private Slot length(String name, FieldList header) {
        Slot slot = header.slots().get(name);
        if (slot == null || slot.type().isFloating()) {
            throw wrong(
                    "length-field",
                    new Text("帧头中没有名为 %s 的整数字段", "the header has no whole number %s").with(name),
                    Nearest.remedy(name, header.slots().keySet()));
        }
        return slot;
    }

    private FrameLayout.Check check(int head) {
        Optional<CheckAlgorithm> algorithm = settings.tree("check").map(this::algorithm);
        int from = settings.integer("check-from").orElse(0);
        if (from < 0 || from > head) {
            throw wrong(
                    "check-from",
                    new Text("校验的起点 %d 不在帧头内", "the check cannot begin at byte %d").with(from),
                    new Text("请写 0 至 %d", "write 0 to %d").with(head));
        }
        return new FrameLayout.Check(algorithm, from, order("check-byte-order", order));
    }

    private CheckAlgorithm algorithm(Object check) {
        if (check instanceof Map<?, ?>) {
            return CrcEntry.read(Entry.of(check, "check", settings, CrcEntry.KEYS));
        }
        String name = check.toString();
        CheckAlgorithm found = CheckCatalogue.all().get(name);
        if (found == null) {
            throw wrong(
                    "check",
                    new Text("没有名为 %s 的校验", "there is no check %s").with(name),
                    Nearest.remedy(name, CheckCatalogue.all().keySet()));
        }
        return found;
    }

    private List<Message> messages(FieldList header, boolean hasLength) {
        List<Message> messages = new ArrayList<>();
        Map<String, ?> entries = Entry.mapping(settings.tree("messages").orElseThrow(), "messages", settings);
        entries.forEach((name, value) -> {
            Entry entry = Entry.of(value, "messages." + name, settings, List.of("when", "fields"));
            Message message = message(name, entry, header);
            if (message.open() && !hasLength) {
                throw entry.wrong(
                        new Text("skip: rest 需要长度字段", "skip: rest needs a length field"),
                        new Text("请写 length-field，或写出所有字段", "set length-field, or write all fields"));
            }
            messages.stream()
                    .filter(other -> message.conditions().isEmpty()
                            || other.conditions().isEmpty()
                            || Set.copyOf(other.conditions()).equals(Set.copyOf(message.conditions())))
                    .findFirst()
                    .ifPresent(other -> {
                        throw entry.wrong(
                                new Text("与报文 %s 无法区分", "cannot be told from message %s").with(other.name()),
                                new Text("请在 when 中写不同的值", "write different values in when"));
                    });
            messages.add(message);
        });
        // what asks for more goes first: where one asks for all that another asks for, the other would always be found
        messages.sort(Comparator.comparingInt(
                        (Message message) -> message.conditions().size())
                .reversed());
        return List.copyOf(messages);
    }

    private Message message(String name, Entry entry, FieldList header) {
        FieldList fields = new FieldList(header.slots(), header.at(), order);
        if (entry.has("fields")) {
            Entry.list(entry.values().get("fields"), entry.path() + ".fields", settings, FieldList.KEYS)
                    .forEach(fields::add);
        }
        return new Message(name, conditions(entry, header), fields.slots(), fields.at(), fields.isOpen());
    }

    private static List<Message.Condition> conditions(Entry entry, FieldList header) {
        if (!entry.has("when")) {
            return List.of();
        }
        Entry when = Entry.of(
                entry.values().get("when"),
                entry.path() + ".when",
                entry.settings(),
                List.copyOf(header.slots().keySet()));
        List<Message.Condition> conditions = new ArrayList<>();
        for (String name : when.values().keySet()) {
            Slot slot = header.slots().get(name);
            BigDecimal number = new BigDecimal(when.whole(name));
            try {
                byte[] frame = new byte[header.at()];
                slot.putBits(frame, slot.bitsOf(number));
                conditions.add(new Message.Condition(slot, slot.bits(frame, 0)));
            } catch (NotEncodableException e) {
                throw when.wrong(name, e.reason(), e.remedy());
            }
        }
        return List.copyOf(conditions);
    }

    private void requireRoom(FrameLayout layout) {
        for (Message message : layout.messages()) {
            int size = message.size() + layout.tail();
            if (size > layout.most()) {
                throw wrong(
                        "max-length",
                        new Text("报文 %s 有 %d 字节", "message %s has %d bytes").with(message.name(), size),
                        new Text("请将 max-length 至少设为 %d", "set max-length to at least %d").with(size));
            }
        }
    }

    private ByteOrder order(String key, ByteOrder otherwise) {
        String word = settings.text(key).orElse(otherwise == ByteOrder.BIG_ENDIAN ? "big" : "little");
        return switch (word) {
            case "big" -> ByteOrder.BIG_ENDIAN;
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            default ->
                throw wrong(
                        key,
                        new Text("%s 的值 %s 无效", "%s: %s is not a byte order").with(key, word),
                        new Text("请写 big 或 little", "write big or little"));
        };
    }

    private InputException wrong(String key, Text what, Text remedy) {
        return new InputException(new Problem(settings.placeOf(key), what, remedy));
    }
}
