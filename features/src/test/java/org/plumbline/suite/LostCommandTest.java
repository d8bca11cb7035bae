package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;

/** What a device did not do proves nothing where the command to do it never reached the device. */
class LostCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1} without {2}")
    @CsvSource({
        "underwater, UW-S08, arm",
        "underwater, UW-S08, safe-state",
        "underwater, UW-S05, hold-depth",
        "underwater, UW-Q04, hold-depth",
        "underwater, UW-A02, hold-depth",
        "underwater, UW-A03, hold-heading",
        "underwater, UW-A04, hold-heading",
        "cobot, CR-S03, reset",
        "cobot, CR-S03, jog",
        "cobot, CR-S03, emergency-stop",
        "cobot, CR-S04, jog",
        "cobot, CR-S04, select-mode",
        "cobot, CR-S08, press",
        "cobot, CR-A04, move",
        "inspection, IR-S03, drive",
        "inspection, IR-S03, acknowledge",
        "inspection, IR-Q02, go"
    })
    void isNeverAPass(String robot, String requirement, String command) throws IOException {
        for (Language language : Language.values()) {
            assertThat(verdict(robot, requirement, "", language)).isEqualTo(Verdict.PASS);
            assertThat(verdict(robot, requirement, command, language)).isNotEqualTo(Verdict.PASS);
        }
    }

    private Verdict verdict(String robot, String requirement, String lost, Language language) throws IOException {
        Path bench =
                SimulatedBench.virtual(RobotModels.named(robot), List.of(), 1).writeTo(folder.resolve(robot + lost));
        if (!lost.isEmpty()) {
            lose(lost, bench.resolveSibling("device.yaml"));
        }
        Run run = Plumbline.bench(bench)
                .virtual()
                .in(language)
                .run(Suite.named(robot).only(requirement));
        return run.requirement(requirement).orElseThrow().verdict();
    }

    private static void lose(String command, Path device) throws IOException {
        Matcher topic = Pattern.compile("(?m)^(  " + command + ": \\{channel: \\w+, topic: )[^,]+,")
                .matcher(Files.readString(device));
        assertThat(topic.find()).isTrue();
        Files.writeString(device, topic.replaceFirst("$1nobody/1/command,"));
    }
}
