package org.plumbline.channel;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * The jar that a run had a transport or a codec from.
 *
 * @param hold as {@link Plugin#holds()} has it
 * @param jar its file name
 * @param sha256 of the whole jar, in lower-case hexadecimal
 */
public record PluginOrigin(String hold, String jar, String sha256) {

    /** The same; where what one of the jars holds is not known now, with that jar as the way out. */
    public static InputException remedied(InputException wrong, List<PluginOrigin> then) {
        List<Problem> problems = new ArrayList<>(wrong.problems());
        then.forEach(origin -> problems.replaceAll(origin::remedied));
        return new InputException(problems, wrong);
    }

    Problem remedied(Problem problem) {
        String unknown = "unknown " + hold.replace(" ", " \"") + "\"";
        return unknown.equals(problem.what().en())
                ? new Problem(
                        problem.place(),
                        problem.what(),
                        new Text(
                                        "运行时它来自插件 %s（sha256 %s）：请将该 jar 放入插件文件夹",
                                        "the run had it from the plugin %s (sha256 %s): put that jar into the folder of plugins")
                                .with(jar, sha256))
                : problem;
    }
}
