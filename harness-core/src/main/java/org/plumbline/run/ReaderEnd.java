package org.plumbline.run;

import java.lang.Thread.UncaughtExceptionHandler;

/**
 * Has a channel know where a thread on which it was given what arrives ends by an exception: a device that goes on would look
 * silent otherwise.
 *
 * @param before who was told of that until now, and is told of it afterwards
 */
record ReaderEnd(ChannelPump channel, UncaughtExceptionHandler before) implements UncaughtExceptionHandler {

    /** That is the calling thread. */
    static void watch(ChannelPump channel) {
        Thread reader = Thread.currentThread();
        UncaughtExceptionHandler before = reader.getUncaughtExceptionHandler();
        if (!isWatched(channel, before)) {
            reader.setUncaughtExceptionHandler(new ReaderEnd(channel, withoutClosed(before)));
        }
    }

    /** A thread may outlive many sessions. */
    private static UncaughtExceptionHandler withoutClosed(UncaughtExceptionHandler handler) {
        if (!(handler instanceof ReaderEnd end)) {
            return handler;
        }
        UncaughtExceptionHandler before = withoutClosed(end.before);
        return end.channel.isEndExpected() ? before : new ReaderEnd(end.channel, before);
    }

    private static boolean isWatched(ChannelPump channel, UncaughtExceptionHandler handler) {
        return handler instanceof ReaderEnd end && (end.channel == channel || isWatched(channel, end.before));
    }

    /** One that reads what is being closed may end like that: that is none of anybody's business. */
    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        boolean loses = true;
        try {
            loses = channel.readerEnded(thread, failure);
        } finally {
            if (loses || before instanceof ReaderEnd) {
                before.uncaughtException(thread, failure);
            }
        }
    }
}
