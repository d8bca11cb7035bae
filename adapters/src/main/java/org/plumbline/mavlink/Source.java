package org.plumbline.mavlink;

/** Who sent a frame. */
record Source(int system, int component) implements Comparable<Source> {

    static Source of(MavlinkFrame frame) {
        return new Source(frame.system(), frame.component());
    }

    @Override
    public int compareTo(Source other) {
        return Integer.compare(system << 8 | component, other.system << 8 | other.component);
    }
}
