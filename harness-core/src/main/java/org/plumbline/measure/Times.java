package org.plumbline.measure;

/** When samples were taken, in order; of any length, so read one by one. */
public interface Times {

    /** How many. */
    int size();

    /**
     * One of them, in nanoseconds since the run's start.
     *
     * @param index from 0
     */
    long time(int index);

    /** Those of an array; not copied. */
    static Times of(long... times) {
        return new Times() {
            @Override
            public int size() {
                return times.length;
            }

            @Override
            public long time(int index) {
                return times[index];
            }
        };
    }
}
