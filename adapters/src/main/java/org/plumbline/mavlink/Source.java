package org.plumbline.mavlink;

/** Who sent a frame. */
record Source(int system, int component) {

    static Source of(MavlinkFrame frame) {
        return new Source(frame.system(), frame.component());
    }

    /** For people, such as {@code 1/190}. */
    @Override
    public String toString() {
        return system + "/" + component;
    }
}
