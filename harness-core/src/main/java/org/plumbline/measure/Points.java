package org.plumbline.measure;

/** Numbers over time, in order of time; of any length, so read one by one. */
public interface Points extends Times {

    /** None. */
    Points NONE = of(new long[0], new double[0]);

    /**
     * One of the numbers.
     *
     * @param index from 0
     */
    double value(int index);

    /**
     * Those of two arrays; not copied.
     *
     * @param times nanoseconds since the run's start
     * @param values as many
     */
    static Points of(long[] times, double[] values) {
        return new Points() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public long time(int index) {
                return times[index];
            }

            @Override
            public double value(int index) {
                return values[index];
            }
        };
    }
}
