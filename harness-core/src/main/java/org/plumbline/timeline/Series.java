package org.plumbline.timeline;

import java.util.Arrays;
import java.util.List;
import org.plumbline.timeline.Observation.Sample;

/** The samples of one signal in order of time. Guarded by the timeline's lock. */
final class Series {

    private Sample[] samples = new Sample[64];
    private long[] sequences = new long[64];
    private int size;

    void add(Sample sample, long sequence) {
        if (size == samples.length) {
            samples = Arrays.copyOf(samples, size * 2);
            sequences = Arrays.copyOf(sequences, size * 2);
        }
        sequences[size] = sequence;
        samples[size++] = sample;
    }

    /** The place of a sample among all observations. */
    long sequence(int index) {
        return sequences[index];
    }

    /** How many samples were there at a place. */
    int sizeAt(long sequence) {
        int found = Arrays.binarySearch(sequences, 0, size, sequence);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int size() {
        return size;
    }

    Sample get(int index) {
        return samples[index];
    }

    /** The index of the first sample not before that time; {@link #size} where there is none. */
    int firstAt(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples[middle].time() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    List<Sample> between(long from, long to, long sequence) {
        int first = firstAt(from);
        int last = Math.min(firstAt(to + 1), sizeAt(sequence));
        return first >= last ? List.of() : List.of(Arrays.copyOfRange(samples, first, last));
    }
}
