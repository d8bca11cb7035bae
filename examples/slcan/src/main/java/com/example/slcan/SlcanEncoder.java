package com.example.slcan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.channel.Packet;
import org.plumbline.text.Text;

/** Makes the frame of one command. */
final class SlcanEncoder implements Encoder {

    private static final Pattern ITEM =
            Pattern.compile("(?<byte>\\p{XDigit}{2})|\\{(?<name>[A-Za-z][A-Za-z0-9_-]*)(?::(?<type>\\w+))?}");

    private final String id;
    private final boolean remote;
    private final int length;
    private final List<Item> items;
    private final ByteOrder order;

    /** One byte as it stands, or a number that comes with the command. */
    private record Item(byte fixed, Optional<String> name, CanNumber type) {

        void put(Map<String, String> parameters, ByteBuffer data) {
            if (name.isEmpty()) {
                data.put(fixed);
                return;
            }
            String value = parameters.get(name.get());
            if (value == null) {
                throw new NotEncodableException(
                        new Text("缺少参数“%s”", "parameter \"%s\" is missing").with(name.get()),
                        new Text("请在发送该命令的步骤中给出", "give it in the step that sends the command"));
            }
            type.write(value, data);
        }
    }

    SlcanEncoder(Settings settings, ByteOrder order) {
        this.id = CanId.of(settings);
        this.order = order;
        this.items = items(settings);
        int size = items.stream().mapToInt(item -> item.type().size()).sum();
        Wrong.unless(size <= SlcanFrame.MOST, settings, "data", "最多 8 字节", "a frame has 8 bytes at most");
        Optional<Integer> asked = settings.integer("remote");
        this.remote = asked.isPresent();
        this.length = asked.orElse(size);
        Wrong.unless(
                !remote || size == 0 && length >= 0 && length <= SlcanFrame.MOST,
                settings,
                "remote",
                "远程帧没有数据，长度为 0 至 8",
                "a remote frame has no data and asks for 0 to 8 bytes");
    }

    private static List<Item> items(Settings settings) {
        List<Item> items = new ArrayList<>();
        for (String word : settings.text("data").orElse("").split(" ")) {
            if (word.isEmpty()) {
                continue;
            }
            Matcher item = ITEM.matcher(word);
            boolean right = item.matches()
                    && (item.group("type") == null || CanNumber.keys().contains(item.group("type")));
            Wrong.unless(
                    right,
                    settings,
                    "data",
                    "请写以空格隔开的十六进制字节与 {参数:类型}，如 0F {speed:i16}；类型为 " + CanNumber.keys(),
                    "write hexadecimal bytes and {parameter:type} with spaces between, such as 0F {speed:i16}; a type is one"
                            + " of " + CanNumber.keys());
            boolean fixed = item.group("byte") != null;
            items.add(new Item(
                    fixed ? (byte) HexFormat.fromHexDigits(item.group("byte")) : 0,
                    Optional.ofNullable(item.group("name")),
                    item.group("type") == null ? CanNumber.U8 : CanNumber.of(item.group("type"))));
        }
        return items;
    }

    @Override
    public Packet encode(Map<String, String> parameters) {
        ByteBuffer data = ByteBuffer.allocate(SlcanFrame.MOST).order(order);
        items.forEach(item -> item.put(parameters, data));
        byte[] bytes = Arrays.copyOf(data.array(), data.position());
        SlcanFrame frame = new SlcanFrame(id, remote, length, bytes, Optional.empty());
        return Packet.of(frame.line().getBytes(StandardCharsets.US_ASCII));
    }
}
