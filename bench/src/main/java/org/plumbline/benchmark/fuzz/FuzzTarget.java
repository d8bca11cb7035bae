package org.plumbline.benchmark.fuzz;

import java.util.Arrays;
import java.util.List;
import org.plumbline.specimen.Examination;
import org.plumbline.specimen.Specimen;
import org.plumbline.specimen.Specimens;

/** What Jazzer calls with each input: which specimen, how many bytes come at once, and the bytes. */
public final class FuzzTarget {

    private static final List<Specimen> SPECIMENS = Specimens.all();

    /** Which specimen, and the size of the pieces. */
    static final int HEAD = 2;

    private FuzzTarget() {}

    /** Called by name. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > HEAD) {
            Specimen specimen = SPECIMENS.get((input[0] & 0xFF) % SPECIMENS.size());
            Examination.of(specimen, Arrays.copyOfRange(input, HEAD, input.length), 1 + (input[1] & 0xFF));
        }
    }

    /** An input of these bytes, so many of which come at once, less one. */
    static byte[] input(int specimen, int piece, byte[] bytes) {
        byte[] input = new byte[HEAD + bytes.length];
        input[0] = (byte) specimen;
        input[1] = (byte) piece;
        System.arraycopy(bytes, 0, input, HEAD, bytes.length);
        return input;
    }
}
