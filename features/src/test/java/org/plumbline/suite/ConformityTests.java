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
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.Plumbline;
import org.plumbline.robot.RobotModel;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;

/**
 * The suites find what they are meant to find, and nothing else: the same in each driver. Only the methods are concurrent: a class
 * that is runs beside every other one.
 */
abstract class ConformityTests {

    static final long SEED = 1;

    @TempDir
    Path folder;

    /** Runs the suite of a robot with those faults; with requirements, only their scenarios may be executed. */
    abstract Run run(RobotModel model, List<String> faults, Language language, Set<String> requirements);

    static Stream<Arguments> robots() {
        return RobotModels.all().stream()
                .flatMap(model -> Stream.of(Language.values()).map(language -> Arguments.of(model.name(), language)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("robots")
    void aConformingRobotPassesEverythingThatApplies(String robot, Language language) {
        Run run = run(RobotModels.named(robot), List.of(), language, Set.of());
        assertThat(failing(run)).as(reasons(run)).isEmpty();
        assertThat(run.requirements())
                .as(reasons(run))
                .allMatch(result -> result.verdict() == Verdict.PASS || result.verdict() == Verdict.NOT_APPLICABLE);
        assertThat(run.verdict()).as(reasons(run)).isEqualTo(Verdict.PASS);
        assertThat(run.exitCode()).isZero();
    }

    static Stream<Arguments> faults() {
        return RobotModels.all().stream()
                .flatMap(model -> model.faults().keySet().stream().map(fault -> Arguments.of(model.name(), fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void eachFaultMakesExactlyThoseFailThatNameIt(String robot, String fault) {
        RobotModel model = RobotModels.named(robot);
        Set<String> naming = naming(model, fault);
        assertThat(naming).as("requirements challenged by %s", fault).isNotEmpty();
        Run run = run(model, List.of(fault), Language.ZH, naming);
        assertThat(failing(run)).as(reasons(run)).isEqualTo(naming);
        assertThat(undecided(run)).as(reasons(run)).isEmpty();
    }

    private Set<String> naming(RobotModel model, String fault) {
        Path bench = SimulatedBench.virtual(model, List.of(fault), SEED).writeTo(folder.resolve(model.name()));
        return Plumbline.bench(bench).plan(Suite.named(model.name())).standard().requirements().stream()
                .filter(requirement -> requirement.challengedBy().contains(fault))
                .map(requirement -> requirement.id())
                .collect(Collectors.toSet());
    }

    private static Set<String> failing(Run run) {
        return having(run, Set.of(Verdict.FAIL));
    }

    /** What no scenario was executed for is open, but not undecided. */
    private static Set<String> undecided(Run run) {
        Set<String> open = having(run, Set.of(Verdict.NONE, Verdict.INCONCLUSIVE, Verdict.ERROR));
        open.removeAll(run.plan().leftOut().stream()
                .flatMap(scenario -> scenario.requirements().stream())
                .toList());
        return open;
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
                                .map(ConformityTests::reason),
                        run.incidents().stream().map(Object::toString))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String reason(RequirementResult result) {
        return result.requirement().id() + " " + result.verdict() + " " + result.reasons();
    }
}
