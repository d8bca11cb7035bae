package org.plumbline.benchfile;

import static org.plumbline.channel.Key.Type.FLAG;
import static org.plumbline.channel.Key.Type.INTEGER;
import static org.plumbline.channel.Key.Type.NUMBER;
import static org.plumbline.channel.Key.Type.TEXT;
import static org.plumbline.channel.Key.Type.TEXTS;
import static org.plumbline.channel.Key.Type.TEXT_MAP;
import static org.plumbline.channel.Key.Type.TREE;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Codec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.channel.Undeclared;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Two transports and two codecs that know keys of every type. */
final class TestAdapters {

    static final Adapters ALL = new Adapters(
            List.of(
                    new TestTransport(
                            "wire",
                            Carriage.STREAM,
                            List.of(
                                    Key.required("port", TEXT, "端口", "port"),
                                    Key.optional("speed", INTEGER, "速率", "speed"),
                                    Key.optional("gain", NUMBER, "增益", "gain"),
                                    Key.secret("password", "口令", "password"))),
                    new TestTransport(
                            "bus",
                            Carriage.MESSAGES,
                            List.of(
                                    Key.required("broker", TEXT, "代理的地址", "address of the broker"),
                                    Key.optional("subscribe", TEXTS, "订阅的主题", "topics to subscribe to")))),
            List.of(
                    new TestCodec(
                            "lines",
                            Carriage.STREAM,
                            List.of(Key.optional("terminator", TEXT, "行尾", "end of a line")),
                            List.of(
                                    Key.required("field", INTEGER, "字段号，从 1 起", "number of the field, from 1"),
                                    Key.optional("where", TEXT_MAP, "其他字段的值", "what other fields are")),
                            List.of(Key.required("text", TEXT, "发送的一行", "the line to send"))),
                    new TestCodec(
                            "tree",
                            Carriage.MESSAGES,
                            List.of(),
                            List.of(Key.required("pointer", TEXT, "JSON 指针", "JSON pointer")),
                            List.of(
                                    Key.required("payload", TREE, "发送的内容", "what to send"),
                                    Key.optional("retained", FLAG, "是否保留", "whether it is retained")))));

    private TestAdapters() {}

    static Codec codec(List<Key> channelKeys) {
        return new TestCodec("own", Carriage.STREAM, channelKeys, List.of(), List.of());
    }

    private record TestTransport(String name, Carriage carriage, List<Key> keys) implements Transport {

        @Override
        public Optional<Carriage> carries() {
            return Optional.of(carriage);
        }

        @Override
        public Optional<String> exclusive(ChannelSpec channel) {
            return channel.settings().text("port");
        }

        @Override
        public Link open(ChannelSpec channel, Receiver receiver) {
            throw new UnsupportedOperationException();
        }
    }

    /** Asks nothing. */
    private record SilentPoller() implements Poller {

        @Override
        public long freeAt() {
            return 0;
        }

        @Override
        public long dueAt() {
            return Long.MAX_VALUE;
        }

        @Override
        public void expire(long time, DecodeSink sink) {}

        @Override
        public Optional<Packet> next(long time) {
            return Optional.empty();
        }

        @Override
        public Packet ask(long time, Packet question) {
            return question;
        }

        @Override
        public boolean awaitsAnswer() {
            return false;
        }

        @Override
        public void decode(long time, Packet packet, DecodeSink sink) {}
    }

    /** With the terminator {@code asks} it asks by itself. Refuses a field 0 and a command BAD, throws at a field 99 and a command BUG, LATER BUG or UNDECLARED BUG, and repeats the port's resolved value in its words. */
    private record TestCodec(
            String name, Carriage carriage, List<Key> channelKeys, List<Key> signalKeys, List<Key> commandKeys)
            implements Codec {

        @Override
        public Optional<Carriage> reads() {
            return Optional.of(carriage);
        }

        @Override
        public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
            for (SignalSpec signal : signals) {
                if (signal.settings().integer("field").orElse(1) == 99) {
                    throw new IllegalStateException("bug");
                }
                if (signal.settings().integer("field").orElse(1) < 1) {
                    String port = channel.settings().text("port").orElse("");
                    throw new InputException(new Problem(
                            signal.settings().placeOf("field"),
                            new Text("端口 " + port + " 没有字段 0", "the port " + port + " has no field 0"),
                            new Text("字段从 1 起", "fields count from 1")));
                }
            }
            boolean asks = channel.settings().text("terminator").orElse("").equals("asks");
            return asks ? new SilentPoller() : (time, packet, sink) -> {};
        }

        @Override
        public Encoder encoder(ChannelSpec channel, CommandSpec command) {
            if (command.settings().text("text").orElse("").equals("BAD")) {
                throw new InputException(new Problem(
                        command.settings().placeOf("text"),
                        new Text("不能发送 BAD", "BAD cannot be sent"),
                        new Text("请换一行", "send another line")));
            }
            String text = command.settings().text("text").orElse("");
            if (text.equals("BUG")) {
                throw new IllegalStateException("bug");
            }
            if (text.equals("UNDECLARED BUG")) {
                return Undeclared.thrown(new IOException("bug"));
            }
            boolean needsOne = text.contains("{");
            return parameters -> {
                if (text.equals("LATER BUG")) {
                    throw new IllegalStateException("bug");
                }
                if (needsOne && parameters.isEmpty()) {
                    throw new IllegalArgumentException("a parameter is missing");
                }
                return Packet.of(new byte[0]);
            };
        }
    }
}
