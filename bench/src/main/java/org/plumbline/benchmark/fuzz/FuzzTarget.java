package org.plumbline.benchmark.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plumbline.specimen.Examination;
import org.plumbline.specimen.FileExamination;
import org.plumbline.specimen.Misdeclaration;
import org.plumbline.specimen.Specimen;
import org.plumbline.specimen.Specimens;

/**
 * What Jazzer calls with each input: which specimen, how many bytes come at once or, of a file, what else is said of it, and the
 * bytes.
 */
public final class FuzzTarget {

    /** The system property that names the one codec that is wanted. */
    static final String CODEC = "fuzz.codec";

    private static final List<Specimen> SPECIMENS = specimens();

    /** Which specimen, and the size of the pieces or what is said of the file. */
    static final int HEAD = 2;

    private static long frames;
    private static long errors;

    private FuzzTarget() {}

    /** Called by name. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > HEAD) {
            Specimen specimen = specimen(input);
            int choice = input[1] & 0xFF;
            byte[] bytes = Arrays.copyOfRange(input, HEAD, input.length);
            if (specimen.channel().comesAsFile()) {
                FileExamination file = FileExamination.of(Misdeclaration.of(specimen, choice), bytes);
                count(file.rows(), file.errors());
            } else {
                Examination stream = Examination.of(specimen, bytes, 1 + choice);
                count(stream.frames(), stream.errors());
            }
        }
    }

    private static void count(int more, int faults) {
        frames += more;
        errors += faults;
    }

    /** Frames, or rows of files, that came out of all inputs so far. */
    static long frames() {
        return frames;
    }

    /** Errors that were said of them: of most that make no sense one, and they are kept as they came. */
    static long errors() {
        return errors;
    }

    /** That of an input. */
    static Specimen specimen(byte[] input) {
        return SPECIMENS.get((input[0] & 0xFF) % SPECIMENS.size());
    }

    /** In a fixed order; none of a codec that is unknown. */
    static List<Specimen> specimens() {
        String codec = System.getProperty(CODEC, "");
        return Specimens.all().stream()
                .filter(specimen -> codec.isEmpty() || specimen.codec().name().equals(codec))
                .toList();
    }

    /** Of all specimens. */
    static Set<String> codecs() {
        return specimens().stream()
                .map(specimen -> specimen.codec().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An input of these bytes, so many of which come at once, less one; of a file what {@link Misdeclaration} chooses. */
    static byte[] input(int specimen, int piece, byte[] bytes) {
        byte[] input = new byte[HEAD + bytes.length];
        input[0] = (byte) specimen;
        input[1] = (byte) piece;
        System.arraycopy(bytes, 0, input, HEAD, bytes.length);
        return input;
    }
}
