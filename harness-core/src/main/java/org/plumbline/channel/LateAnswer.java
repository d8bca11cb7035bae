package org.plumbline.channel;

/**
 * An answer that did not come in time and may still come: where answers bear no label, it is taken for that to the next question,
 * the next for that to the one after it, and so on. Whoever asks leaves so much quiet after every answer until nothing comes in
 * it: a device that answers one question after the other owes nothing then. Times are in nanoseconds since the run's start.
 */
public final class LateAnswer {

    /** Who hears what nobody asked for all the time must be able to ask nevertheless. */
    private static final int MOST = 10;

    /** So often quiet is tried for again. */
    private static final int AGAIN = 100;

    private final long patience;
    private long missedAt;
    private boolean answered;
    private long heardAt;

    /**
     * One that is given up.
     *
     * @param time at which it is
     * @param patience with an answer, in nanoseconds
     */
    public LateAnswer(long time, long patience) {
        this.missedAt = time;
        this.heardAt = time;
        this.patience = patience;
    }

    /**
     * For how long one keeps others from asking at most, in nanoseconds.
     *
     * @param patience with an answer, in nanoseconds
     */
    public static long longest(long patience) {
        return MOST * patience;
    }

    /** An answer came, to whichever question. */
    public void answered(long time) {
        answered = true;
        hears(time);
    }

    /** Something came that may be an answer and was taken for none: whoever sent it may have another one under way. */
    public void heard(long time) {
        answered = false;
        hears(time);
    }

    /** What was said of somebody who hears all the time may be over by then. */
    private void hears(long time) {
        heardAt = time;
        if (time - missedAt > AGAIN * patience) {
            missedAt = time;
        }
    }

    /** Until when nothing is asked. */
    public long quietUntil() {
        return Math.min(heardAt + patience, missedAt + longest(patience));
    }

    /** Whether it cannot come any more. */
    public boolean isSettled(long time) {
        return answered && time - heardAt >= patience;
    }
}
