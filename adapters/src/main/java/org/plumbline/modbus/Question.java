package org.plumbline.modbus;

import java.util.Arrays;

/**
 * A request as far as its answer depends on it (Modbus Application Protocol V1.1b3, clause 6).
 *
 * @param unit 0 to 255; nobody answers 0 on a serial line
 * @param function 1 to 127
 * @param register address of the first register or bit, from 0; -1 where the function has none
 * @param quantity how many registers or bits
 */
record Question(int unit, int function, int register, int quantity) {

    static final int READ_COILS = 1;
    static final int READ_DISCRETE_INPUTS = 2;
    static final int READ_HOLDING_REGISTERS = 3;
    static final int READ_INPUT_REGISTERS = 4;
    static final int WRITE_COIL = 5;
    static final int WRITE_REGISTER = 6;
    static final int WRITE_COILS = 15;
    static final int WRITE_REGISTERS = 16;
    static final int REFUSED = 0x80;

    /** Function code and data. */
    byte[] pdu() {
        return new byte[] {
            (byte) function, (byte) (register >> 8), (byte) register, (byte) (quantity >> 8), (byte) quantity
        };
    }

    /** Reads one from function code and data. */
    static Question of(int unit, byte[] pdu) {
        int function = pdu[0] & 0xFF;
        boolean addressed = pdu.length >= 5 && (reads(function) || writes(function));
        boolean single = function == WRITE_COIL || function == WRITE_REGISTER;
        return new Question(unit, function, addressed ? word(pdu, 1) : -1, single ? 1 : addressed ? word(pdu, 3) : 0);
    }

    static boolean reads(int function) {
        return function >= READ_COILS && function <= READ_INPUT_REGISTERS;
    }

    static boolean writes(int function) {
        return function == WRITE_COIL
                || function == WRITE_REGISTER
                || function == WRITE_COILS
                || function == WRITE_REGISTERS;
    }

    static boolean ofBits(int function) {
        return function == READ_COILS
                || function == READ_DISCRETE_INPUTS
                || function == WRITE_COIL
                || function == WRITE_COILS;
    }

    /** Bytes of data in the answer to a reading. */
    int dataLength() {
        return ofBits(function) ? (quantity + 7) / 8 : 2 * quantity;
    }

    /**
     * Length of an answer's function code and data, from its first bytes; 0 where more of them are needed, -1 where its
     * form is not known.
     */
    static int answerLength(byte[] bytes, int at) {
        if (at >= bytes.length) {
            return 0;
        }
        int function = bytes[at] & 0xFF;
        if (function > REFUSED) {
            return 2;
        } else if (reads(function)) {
            return at + 1 >= bytes.length ? 0 : 2 + (bytes[at + 1] & 0xFF);
        }
        return writes(function) ? 5 : -1;
    }

    /** Length of a question's function code and data, from its first bytes; 0 where more are needed or it is not known. */
    static int length(byte[] bytes, int at) {
        int function = at < bytes.length ? bytes[at] & 0xFF : 0;
        if (function == WRITE_COILS || function == WRITE_REGISTERS) {
            return at + 5 < bytes.length ? 6 + (bytes[at + 5] & 0xFF) : 0;
        }
        return reads(function) || writes(function) ? 5 : 0;
    }

    /** What a question writes, in the form of an answer to a reading; a coil that is set is FF 00. */
    static byte[] written(byte[] pdu) {
        int function = pdu[0] & 0xFF;
        byte[] values = function == WRITE_COIL
                ? new byte[] {(byte) (pdu[3] & 1)}
                : Arrays.copyOfRange(pdu, function == WRITE_REGISTER ? 3 : 6, pdu.length);
        byte[] all = new byte[2 + values.length];
        all[0] = pdu[0];
        all[1] = (byte) values.length;
        System.arraycopy(values, 0, all, 2, values.length);
        return all;
    }

    static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
