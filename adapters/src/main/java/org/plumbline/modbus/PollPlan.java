package org.plumbline.modbus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which registers are asked for and when: those that touch each other and have one period, in one question. */
final class PollPlan {

    private static final int MOST_REGISTERS = 125;
    private static final int MOST_BITS = 2000;

    private static final class Entry {
        private final Question question;
        private final long period;
        private long due;

        Entry(Question question, long period) {
            this.question = question;
            this.period = period;
        }

        long due() {
            return due;
        }

        long due(IntToLongFunction quietUntil) {
            return Math.max(due, quietUntil.applyAsLong(question.unit()));
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<Question> commands;

    /** @param commands what is read besides, now and then */
    PollPlan(List<ModbusPoint> points, List<Question> commands) {
        this.commands = commands;
        Question open = null;
        long period = 0;
        List<ModbusPoint> asked = points.stream()
                .filter(ModbusPoint::isAsked)
                .sorted(Comparator.comparingInt(ModbusPoint::unit)
                        .thenComparingInt(ModbusPoint::function)
                        .thenComparingLong(ModbusPoint::period)
                        .thenComparing(point -> point.form() instanceof ModbusPoint.ExceptionCode)
                        .thenComparingInt(ModbusPoint::register))
                .toList();
        for (ModbusPoint point : asked) {
            Question joined = open == null || period != point.period() ? null : joined(open, point);
            if (joined == null && open != null) {
                entries.add(new Entry(open, period));
            }
            open = joined != null
                    ? joined
                    : new Question(point.unit(), point.function(), point.register(), point.quantity());
            period = point.period();
        }
        if (open != null) {
            entries.add(new Entry(open, period));
        }
    }

    private static @Nullable Question joined(Question open, ModbusPoint point) {
        int end = open.register() + open.quantity();
        int quantity = Math.max(end, point.register() + point.quantity()) - open.register();
        boolean touch = open.unit() == point.unit()
                && open.function() == point.function()
                && point.register() >= open.register()
                && point.register() <= end
                && !(point.form() instanceof ModbusPoint.ExceptionCode)
                && quantity <= (Question.ofBits(open.function()) ? MOST_BITS : MOST_REGISTERS);
        return touch ? new Question(open.unit(), open.function(), open.register(), quantity) : null;
    }

    /** The questions, in order. */
    List<Question> questions() {
        return entries.stream().map(entry -> entry.question).toList();
    }

    /** Whether the answer to another one, or to a command that reads, may be taken for its own. */
    private boolean isMistakable(Question question) {
        return all().anyMatch(question::isMistakenFor);
    }

    /** Whether a point may be read from the answer to another question than one that it is in, where one of the plan is missed. */
    boolean isMistakable(ModbusPoint point) {
        return questions().stream().filter(this::isMistakable).anyMatch(asked -> all().filter(point::isIn)
                .anyMatch(asked::isAnsweredLike));
    }

    private Stream<Question> all() {
        return Stream.concat(entries.stream().map(entry -> entry.question), commands.stream());
    }

    /** Whether it may be one of these that had no answer, as far as a fault says that; of a command any that it is not. */
    boolean mayMix(Question missed) {
        boolean own = questions().contains(missed);
        return questions().stream()
                .filter(each -> missed.unit() == each.unit() && missed.function() == each.function())
                .anyMatch(each -> !own || isMistakable(each));
    }

    /** The one that a point is read from. */
    Optional<Question> of(ModbusPoint point) {
        return questions().stream().filter(point::isIn).findFirst();
    }

    /**
     * When the next is due, nanoseconds since the run's start.
     *
     * @param quietUntil before when a unit is not asked
     */
    long dueAt(IntToLongFunction quietUntil) {
        return entries.stream().mapToLong(entry -> entry.due(quietUntil)).min().orElse(Long.MAX_VALUE);
    }

    /** Of all questions, in nanoseconds; 0 where there is none. */
    long longestPeriod() {
        return entries.stream().mapToLong(entry -> entry.period).max().orElse(0);
    }

    /** The one that is due for the longest time; its period begins again, what was missed is not made up for. */
    Optional<Question> next(long time, IntToLongFunction quietUntil) {
        Optional<Entry> next = entries.stream()
                .min(Comparator.<Entry>comparingLong(entry -> entry.due(quietUntil))
                        .thenComparingLong(Entry::due));
        next.ifPresent(entry -> entry.due = (entry.due + entry.period > time ? entry.due : time) + entry.period);
        return next.map(entry -> entry.question);
    }
}
