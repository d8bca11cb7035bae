package org.plumbline.modbus;

import java.util.Arrays;

/** The copy of what was sent, which an adapter for two wires gives back; an acceptance of a write has the same bytes. */
final class Echo {

    private byte[] copy = {};

    void expect(byte[] sent) {
        copy = sent.clone();
    }

    void forget() {
        copy = new byte[0];
    }

    boolean isExpected() {
        return copy.length > 0;
    }

    int length() {
        return copy.length;
    }

    /** Where the copy, or as much of it as there is, begins; as many as there are bytes where it does not. */
    int at(byte[] heard) {
        int at = 0;
        while (!beginsAt(at, heard)) {
            at++;
        }
        return at;
    }

    private boolean beginsAt(int at, byte[] heard) {
        int there = Math.min(copy.length, heard.length - at);
        return Arrays.equals(heard, at, at + there, copy, 0, there);
    }
}
