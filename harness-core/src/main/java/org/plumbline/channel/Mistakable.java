package org.plumbline.channel;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.plumbline.bench.SignalSpec;
import org.plumbline.text.Text;

/**
 * How a signal comes to values that answer another question than its own, where nothing in an answer says whose it is: after a
 * question without an answer, until an answer was followed by quiet.
 *
 * @param missed takes kind and detail of a fault: whether it says that a question had no answer, or none that is whole, and that this
 *     may be taken for the signal's
 * @param heard whether a fault of that kind says that something came which may be an answer; not those of an answer to a command
 * @param answers which signals' samples show that answers come
 * @param quiet for how long nothing came then, in nanoseconds
 */
public record Mistakable(
        BiPredicate<FrameError, Text> missed, Predicate<FrameError> heard, Predicate<SignalSpec> answers, long quiet) {}
