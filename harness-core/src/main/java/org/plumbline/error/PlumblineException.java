package org.plumbline.error;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** An error that carries place, cause and remedy. A nonconformity of the device is not an error but a judgement. */
public abstract sealed class PlumblineException extends RuntimeException
        permits InputException, BenchException, HarnessException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    PlumblineException(List<Problem> problems, @Nullable Throwable cause) {
        super(lines(problems, Language.EN), cause);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** All problems in the given language, one a line. */
    public String message(Language language) {
        return lines(problems, language);
    }

    /** The same in both. */
    public Text words() {
        return new Text(message(Language.ZH), message(Language.EN));
    }

    private static String lines(List<Problem> problems, Language language) {
        return problems.stream().map(problem -> problem.in(language)).collect(Collectors.joining("\n"));
    }
}
