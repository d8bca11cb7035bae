package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.Plumbline;
import org.plumbline.robot.RobotModel;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;

/** The suites find what they are meant to find, and nothing else; in virtual time. */
class SeededFaultsTest {

    private static final long SEED = 1;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @EnumSource(Language.class)
    void conformingRobotsPassEverythingThatApplies(Language language) {
        for (RobotModel model : RobotModels.all()) {
            Run run = run(model, List.of(), language);
            assertThat(failing(run)).as(reasons(run)).isEmpty();
            assertThat(run.requirements())
                    .as(reasons(run))
                    .allMatch(result -> result.verdict() == Verdict.PASS || result.verdict() == Verdict.NOT_APPLICABLE);
            assertThat(run.verdict()).as(reasons(run)).isEqualTo(Verdict.PASS);
            assertThat(run.exitCode()).isZero();
        }
    }

    static Stream<Arguments> faults() {
        return RobotModels.all().stream()
                .flatMap(model -> model.faults().keySet().stream().map(fault -> Arguments.of(model.name(), fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void eachFaultMakesExactlyThoseFailThatNameIt(String robot, String fault) {
        RobotModel model = RobotModels.named(robot);
        Run run = run(model, List.of(fault), Language.ZH);
        Set<String> naming = run.plan().standard().requirements().stream()
                .filter(requirement -> requirement.challengedBy().contains(fault))
                .map(requirement -> requirement.id())
                .collect(Collectors.toSet());
        assertThat(naming).as("requirements challenged by %s", fault).isNotEmpty();
        assertThat(failing(run)).as(reasons(run)).isEqualTo(naming);
        assertThat(undecided(run)).as(reasons(run)).isEmpty();
    }

    private Run run(RobotModel model, List<String> faults, Language language) {
        Path bench = SimulatedBench.virtual(model, faults, SEED).writeTo(folder.resolve(model.name()));
        return Plumbline.bench(bench).virtual().in(language).run(Suite.named(model.name()));
    }

    private static Set<String> failing(Run run) {
        return having(run, Set.of(Verdict.FAIL));
    }

    private static Set<String> undecided(Run run) {
        return having(run, Set.of(Verdict.NONE, Verdict.INCONCLUSIVE, Verdict.ERROR));
    }

    private static Set<String> having(Run run, Set<Verdict> verdicts) {
        return run.requirements().stream()
                .filter(result -> verdicts.contains(result.verdict()))
                .map(result -> result.requirement().id())
                .collect(Collectors.toSet());
    }

    private static String reasons(Run run) {
        return Stream.concat(
                        run.requirements().stream()
                                .filter(result -> result.verdict() != Verdict.PASS)
                                .map(SeededFaultsTest::reason),
                        run.incidents().stream().map(Object::toString))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String reason(RequirementResult result) {
        return result.requirement().id() + " " + result.verdict() + " " + result.reasons();
    }
}
