package org.plumbline.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.channel.FrameError;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Observation.FrameFault;

/** How observations of one kind are entries of a series: a word and a text. */
interface Shape<T extends Observation> {

    long word(T observation);

    String text(T observation);

    T entry(long time, long word, String text);

    /** Faults of one channel. */
    record Faults(String channel) implements Shape<FrameFault> {

        private static final FrameError[] KINDS = FrameError.values();

        @Override
        public long word(FrameFault fault) {
            return fault.kind().ordinal();
        }

        @Override
        public String text(FrameFault fault) {
            return fault.detail();
        }

        @Override
        public FrameFault entry(long time, long word, String text) {
            return new FrameFault(time, channel, KINDS[(int) word], text);
        }
    }

    /** Commands. */
    record Commands() implements Shape<CommandSent> {

        private static final long CHANGES = 1;
        private static final long REPEATED = 2;

        @Override
        public long word(CommandSent sent) {
            return (sent.changesState() ? CHANGES : 0) | (sent.repeated() ? REPEATED : 0);
        }

        @Override
        public String text(CommandSent sent) {
            StringBuilder text = new StringBuilder();
            Packed.add(text, sent.command());
            sent.parameters().forEach((name, value) -> {
                Packed.add(text, name);
                Packed.add(text, value);
            });
            return text.toString();
        }

        @Override
        public CommandSent entry(long time, long word, String text) {
            List<String> parts = Packed.parts(text);
            Map<String, String> parameters = new LinkedHashMap<>();
            for (int i = 1; i < parts.size(); i += 2) {
                parameters.put(parts.get(i), parts.get(i + 1));
            }
            return new CommandSent(
                    time, parts.get(0), Map.copyOf(parameters), (word & CHANGES) != 0, (word & REPEATED) != 0);
        }
    }

    /** What happened to channels. */
    record Events() implements Shape<ChannelEvent> {

        private static final ChannelEvent.Kind[] KINDS = ChannelEvent.Kind.values();

        @Override
        public long word(ChannelEvent event) {
            return event.kind().ordinal();
        }

        @Override
        public String text(ChannelEvent event) {
            StringBuilder text = new StringBuilder();
            Packed.add(text, event.channel());
            Packed.add(text, event.detail().zh());
            Packed.add(text, event.detail().en());
            Packed.add(text, Long.toString(event.since()));
            return text.toString();
        }

        @Override
        public ChannelEvent entry(long time, long word, String text) {
            List<String> parts = Packed.parts(text);
            return new ChannelEvent(
                    time,
                    parts.get(0),
                    KINDS[(int) word],
                    new Text(parts.get(1), parts.get(2)),
                    Long.parseLong(parts.get(3)));
        }
    }
}
