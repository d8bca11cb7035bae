package org.plumbline.modbus;

/**
 * How long function code and data are, from their first bytes (Modbus Application Protocol V1.1b3, clause 6). Each is a
 * number of bytes, {@link #MORE} or {@link #UNKNOWN}.
 */
final class PduLength {

    /** More bytes are needed to tell. */
    static final int MORE = 0;

    /** The form is not known: of somebody's own function, or of one whose data may have any length. */
    static final int UNKNOWN = -1;

    /** Function code and data (clause 4.1). */
    static final int LONGEST = 253;

    /** Of an answer that refuses: function code and exception code (clause 7). */
    static final int REFUSAL = 2;

    static final int DIAGNOSTICS = 8;

    /** Of a transport with a form of its own, such as that of a device identification (6.19). */
    static final int ENCAPSULATED = 43;

    static final int DEVICE_IDENTIFICATION = 14;

    private PduLength() {}

    /** Of the question that would begin there. */
    static int ofQuestion(byte[] bytes, int at) {
        return switch (octet(bytes, at)) {
            case -1 -> MORE;
            case 1, 2, 3, 4, 5, 6 -> 5;
            case 7, 11, 12, 17 -> 1;
            case DIAGNOSTICS -> diagnostics(bytes, at);
            case 15, 16 -> counted(6, octet(bytes, at + 5));
            case 20, 21 -> counted(2, octet(bytes, at + 1));
            case Question.MASK_WRITE_REGISTER -> 7;
            case Question.READ_WRITE_REGISTERS -> counted(10, octet(bytes, at + 9));
            case Question.READ_FIFO_QUEUE -> 3;
            case ENCAPSULATED -> identification(bytes, at, 4);
            default -> UNKNOWN;
        };
    }

    /** Where a question of that function says how many it writes, before the number of bytes; -1 where it does not. */
    static int quantityWritten(int function) {
        return switch (function) {
            case Question.WRITE_COILS, Question.WRITE_REGISTERS -> 3;
            case Question.READ_WRITE_REGISTERS -> 7;
            default -> -1;
        };
    }

    /** Of the answer that would begin there. */
    static int ofAnswer(byte[] bytes, int at) {
        int function = octet(bytes, at);
        if (function > Question.REFUSED) {
            return REFUSAL;
        }
        return switch (function) {
            case -1 -> MORE;
            case 1, 2, 3, 4, 12, 17, 20, 21, Question.READ_WRITE_REGISTERS -> counted(2, octet(bytes, at + 1));
            case 5, 6, 11, 15, 16 -> 5;
            case 7 -> 2;
            case DIAGNOSTICS -> diagnostics(bytes, at);
            case Question.MASK_WRITE_REGISTER -> 7;
            case Question.READ_FIFO_QUEUE -> at + 2 < bytes.length ? 3 + Question.word(bytes, at + 1) : MORE;
            case ENCAPSULATED -> identification(bytes, at, objects(bytes, at));
            default -> UNKNOWN;
        };
    }

    /** -1 where it is not there. */
    private static int octet(byte[] bytes, int at) {
        return at < bytes.length ? bytes[at] & 0xFF : -1;
    }

    private static int counted(int before, int count) {
        return count < 0 ? MORE : before + count;
    }

    /** Question and answer of all but the first sub-function, which gives back whatever it is sent, have one word of data. */
    private static int diagnostics(byte[] bytes, int at) {
        if (at + 2 >= bytes.length) {
            return MORE;
        }
        return Question.word(bytes, at + 1) == 0 ? UNKNOWN : 5;
    }

    private static int identification(byte[] bytes, int at, int length) {
        int kind = octet(bytes, at + 1);
        return kind == DEVICE_IDENTIFICATION ? length : kind < 0 ? MORE : UNKNOWN;
    }

    /** The objects of a device identification each have their number, their length and that many bytes. */
    private static int objects(byte[] bytes, int at) {
        int end = at + 7;
        for (int left = octet(bytes, at + 6); left > 0; left--) {
            int size = octet(bytes, end + 1);
            if (size < 0) {
                return MORE;
            }
            end += 2 + size;
        }
        return at + 6 < bytes.length ? end - at : MORE;
    }
}
