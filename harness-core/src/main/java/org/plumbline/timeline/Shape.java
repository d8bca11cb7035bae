package org.plumbline.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.channel.FrameError;
import org.plumbline.error.Problem;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.CommandFailed;
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
            StringBuilder text = new StringBuilder();
            Packed.add(text, fault.detail());
            return text.toString();
        }

        @Override
        public FrameFault entry(long time, long word, String text) {
            return new FrameFault(time, channel, KINDS[(int) word], Packed.words(Packed.parts(text), 0));
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
            add(text, sent.parameters());
            return text.toString();
        }

        private static void add(StringBuilder text, Map<String, String> parameters) {
            parameters.forEach((name, value) -> {
                Packed.add(text, name);
                Packed.add(text, value);
            });
        }

        private static Map<String, String> parameters(List<String> parts, int from) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (int i = from; i < parts.size(); i += 2) {
                parameters.put(parts.get(i), parts.get(i + 1));
            }
            return Map.copyOf(parameters);
        }

        @Override
        public CommandSent entry(long time, long word, String text) {
            List<String> parts = Packed.parts(text);
            return new CommandSent(
                    time, parts.get(0), parameters(parts, 1), (word & CHANGES) != 0, (word & REPEATED) != 0);
        }
    }

    /** Commands that failed. */
    record Failures() implements Shape<CommandFailed> {

        @Override
        public long word(CommandFailed failed) {
            return failed.changesState() ? 1 : 0;
        }

        @Override
        public String text(CommandFailed failed) {
            Problem problem = failed.problem();
            StringBuilder text = new StringBuilder();
            Packed.add(text, failed.command());
            List.of(problem.what(), problem.remedy()).forEach(words -> {
                Packed.add(text, words);
            });
            Commands.add(text, failed.parameters());
            return text.toString();
        }

        @Override
        public CommandFailed entry(long time, long word, String text) {
            List<String> parts = Packed.parts(text);
            Problem problem = Problem.of(Packed.words(parts, 1), Packed.words(parts, 3));
            return new CommandFailed(time, parts.get(0), Commands.parameters(parts, 5), word == 1, problem);
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
            Packed.add(text, event.detail());
            Packed.add(text, Long.toString(event.since()));
            return text.toString();
        }

        @Override
        public ChannelEvent entry(long time, long word, String text) {
            List<String> parts = Packed.parts(text);
            return new ChannelEvent(
                    time, parts.get(0), KINDS[(int) word], Packed.words(parts, 1), Long.parseLong(parts.get(3)));
        }
    }
}
