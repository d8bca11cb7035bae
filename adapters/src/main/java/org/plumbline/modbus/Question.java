package org.plumbline.modbus;

import java.util.Arrays;
import org.plumbline.text.Text;

/**
 * A request as far as its answer depends on it (Modbus Application Protocol V1.1b3, clause 6).
 *
 * @param unit 0 to 255; nobody answers 0 on a serial line
 * @param function 1 to 127
 * @param register address of the first register or bit, from 0; -1 where the function has none
 * @param quantity how many registers or bits; 0 where the question does not say
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
    static final int MASK_WRITE_REGISTER = 22;
    static final int READ_WRITE_REGISTERS = 23;
    static final int READ_FIFO_QUEUE = 24;
    static final int REFUSED = 0x80;

    private static final int FORCE_LISTEN_ONLY = 4;

    /** Who is asked for what, for people. */
    Text named() {
        return new Text("单元 " + unit + " 功能码 " + function, "unit " + unit + " function " + function);
    }

    /** Function code and data. */
    byte[] pdu() {
        return new byte[] {
            (byte) function, (byte) (register >> 8), (byte) register, (byte) (quantity >> 8), (byte) quantity
        };
    }

    /** Reads one from function code and data. */
    static Question of(int unit, byte[] pdu) {
        int function = pdu[0] & 0xFF;
        boolean counted = pdu.length >= 5 && (reads(function) || writes(function));
        boolean addressed =
                counted || pdu.length >= 3 && (function == MASK_WRITE_REGISTER || function == READ_FIFO_QUEUE);
        boolean single = function == WRITE_COIL || function == WRITE_REGISTER;
        return new Question(unit, function, addressed ? word(pdu, 1) : -1, single ? 1 : counted ? word(pdu, 3) : 0);
    }

    /** Whether its question can be asked again and again: it reads, and does nothing else. */
    static boolean polls(int function) {
        return function >= READ_COILS && function <= READ_INPUT_REGISTERS;
    }

    /** Whether its question begins with what is to be read, and its answer holds that. */
    static boolean reads(int function) {
        return polls(function) || function == READ_WRITE_REGISTERS;
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

    /** How many bytes of a question its answer repeats, from the function code on (6.5, 6.6, 6.11, 6.12, 6.16); 0 where none need be. */
    static int echoed(int function) {
        return writes(function) ? 5 : function == MASK_WRITE_REGISTER ? 7 : 0;
    }

    /** Bytes of data in the answer to a reading. */
    int dataLength() {
        return ofBits(function) ? (quantity + 7) / 8 : 2 * quantity;
    }

    /** Function code and data of its answer, in bytes; the longest where the question does not tell. */
    int answerLength() {
        int echoed = echoed(function);
        int length = reads(function) ? 2 + dataLength() : echoed > 0 ? echoed : PduLength.LONGEST;
        return Math.min(length, PduLength.LONGEST);
    }

    /** Whether an answer to the other one may be taken for its own, where answers bear no number. */
    boolean isMistakenFor(Question other) {
        return !equals(other) && isAnsweredLike(other);
    }

    /** Whether nothing but their data tells their answers apart. */
    boolean isAnsweredLike(Question other) {
        return unit == other.unit && function == other.function && answerLength() == other.answerLength();
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

    /** Whether it asks a unit to listen only from now on, which is not answered (6.8.1). */
    static boolean isToFallSilent(byte[] pdu) {
        return pdu[0] == PduLength.DIAGNOSTICS && pdu.length >= 3 && word(pdu, 1) == FORCE_LISTEN_ONLY;
    }

    static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
