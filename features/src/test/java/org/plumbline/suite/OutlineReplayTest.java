package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.text.Language;

/** The rows of an outline, which all have its name, are told apart in a recording. */
class OutlineReplayTest {

    private static final Path STAGE = Path.of("src/test/resources/stage");

    @TempDir
    Path folder;

    private Run original(int repeat) {
        return Plumbline.bench(STAGE.resolve("bench.yaml"))
                .virtual()
                .in(Language.EN)
                .repeat(repeat)
                .out(folder.resolve("out"))
                .run(Suite.at(STAGE.resolve("suite")).only("ST-S02"));
    }

    private static Run again(Run original, int repeat, Predicate<ScenarioPlan> scenarios) {
        Path data = original.plan().directory().resolve("data");
        return Plumbline.bench(data.resolve("inputs/bench.yaml"))
                .in(Language.EN)
                .repeat(repeat)
                .only(scenarios)
                .replay(data.resolve("capture/run.mcap"))
                .run(Suite.at(data.resolve("inputs")).only("ST-S02"));
    }

    @ParameterizedTest(name = "{0} attempts")
    @ValueSource(ints = {1, 2})
    void eachIsJudgedOnItsOwnTrialsAndNoOftenerThanItWasTried(int repeat) {
        Run original = original(repeat);
        assertThat(original.trials()).hasSize(4 * repeat);
        assertThat(again(original, 4, scenario -> true).trials()).isEqualTo(original.trials());
    }

    @Test
    void aloneToo() {
        Run original = original(1);
        int third = original.plan().scenarios().get(2).line();
        Run again = again(original, 1, scenario -> scenario.line() == third);
        assertThat(again.trials()).singleElement().satisfies(trial -> {
            assertThat(trial.scenario()).isEqualTo(original.plan().scenarios().get(2));
            assertThat(trial.judgements()).isEqualTo(original.trials().get(2).judgements());
        });
    }

    @Test
    void haveKeysOfTheirOwn() {
        assertThat(original(1).plan().scenarios())
                .extracting(ScenarioPlan::key)
                .containsExactly(
                        "40-persons.en.feature: A person",
                        "40-persons.en.feature (2): A person",
                        "40-persons.en.feature (3): A person",
                        "40-persons.en.feature (4): A person");
    }
}
