package org.plumbline.signal;

/**
 * Whether a device's time stamps only go forward.
 *
 * @param n how many stamps
 * @param repeats how often a stamp equals the one before
 * @param reversals how often it is earlier than the one before
 * @param largestReversal by how much at most, in the unit of the stamps
 * @param firstFault index of the first stamp that is no later than the one before, or -1
 */
public record TimeStamps(int n, int repeats, int reversals, long largestReversal, int firstFault) {

    /** Of stamps in the order of arrival, in any one unit. */
    public static TimeStamps of(long... stamps) {
        int repeats = 0;
        int reversals = 0;
        long largest = 0;
        int fault = -1;
        for (int i = 1; i < stamps.length; i++) {
            long step = Math.subtractExact(stamps[i], stamps[i - 1]);
            repeats += step == 0 ? 1 : 0;
            reversals += step < 0 ? 1 : 0;
            largest = Math.max(largest, -step);
            fault = fault < 0 && step <= 0 ? i : fault;
        }
        return new TimeStamps(stamps.length, repeats, reversals, largest, fault);
    }

    /** Whether no stamp is earlier than the one before. */
    public boolean monotonic() {
        return reversals == 0;
    }

    /** Whether each stamp is later than the one before. */
    public boolean strictlyMonotonic() {
        return firstFault < 0;
    }
}
