package org.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.TagFilter.excludeTags;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.plumbline.junit.ConformanceSuite;
import org.plumbline.tank.TankSuites;
import org.plumbline.tank.Touched;

/** Which classes and which of their scenarios are found. */
class DiscoveryTest {

    private static final String TITLE = "TK Small tanks: conformance requirements (for tests)";

    private static UniqueId suiteOf(Class<?> type) {
        return UniqueId.forEngine(PlumblineEngine.ID)
                .append("class", type.getName())
                .append("suite", TankSuites.SUITE);
    }

    @Nested
    class Classes {

        @Test
        void areFoundInAPackage() {
            Execution execution = Execution.filtered(
                    new Filter<?>[] {includeClassNamePatterns(".*Suites\\$(Selected|Stranger|Inherited)")},
                    selectPackage("org.plumbline.tank"));
            assertThat(topLevel(execution)).containsExactly("Selected");
        }

        @Test
        void areFoundInAClassPathRoot() {
            Execution execution = Execution.filtered(
                    new Filter<?>[] {includeClassNamePatterns(".*Suites\\$(Selected|OnlyRecommendation)")},
                    selectClasspathRoots(Set.of(Path.of("target/test-classes"))).toArray(new DiscoverySelector[0]));
            assertThat(topLevel(execution)).containsExactlyInAnyOrder("Selected", "OnlyRecommendation");
        }

        @Test
        void areFoundAsNestedClasses() {
            Execution execution = Execution.of(selectNestedClass(List.of(TankSuites.class), TankSuites.Selected.class));
            assertThat(topLevel(execution)).containsExactly("Selected");
        }

        @Test
        void obeyTheFilterOfNames() {
            Execution execution = Execution.filtered(
                    new Filter<?>[] {includeClassNamePatterns(".*Good")}, selectClass(TankSuites.Selected.class));
            assertThat(execution.tree()).isEqualTo("\n");
        }

        @Test
        void inheritTheAnnotationFromAnAbstractOneThatIsNotRun() {
            assertThat(Execution.of(selectClass(TankSuites.Inherited.class)).tree())
                    .isEqualTo("\n");
            assertThat(Execution.of(selectClass(TankSuites.Inherited.Child.class))
                            .tree())
                    .isEqualTo("""
                            Child
                              TK Small tanks: conformance requirements (for tests)
                                TK-A03 4.3 The level shall not fall below 0.4 m.
                                  Level above the heater = successful
                                verdict of the run = successful
                            """);
        }

        @Test
        void thatAreAnonymousOrLocalAreNotMeant() {
            @ConformanceSuite(suites = TankSuites.SUITE, bench = "src/test/resources/tank/good.yaml")
            class Local {}
            Object anonymous = new TankSuites.Good() {};
            assertThat(Execution.of(selectClass(anonymous.getClass()), selectClass(Local.class))
                            .tree())
                    .isEqualTo("\n");
        }

        @Test
        void areNeitherInitialisedNorInstantiated() {
            Execution execution =
                    Execution.of(selectClass(TankSuites.Untouched.class), selectClass(TankSuites.Stranger.class));
            assertThat(topLevel(execution)).containsExactly("Untouched");
            assertThat(Touched.is(TankSuites.Untouched.class)).isFalse();
            assertThat(Touched.is(TankSuites.Stranger.class)).isFalse();
        }

        private static List<String> topLevel(Execution execution) {
            return execution.events().stream()
                    .filter(event -> event.getType() == EventType.STARTED)
                    .map(Event::getTestDescriptor)
                    .filter(ClassNode.class::isInstance)
                    .map(TestDescriptor::getDisplayName)
                    .toList();
        }
    }

    @Nested
    class UniqueIds {

        private final UniqueId good = suiteOf(TankSuites.Good.class);

        @Test
        void ofAScenarioRunItAloneAndJudgeIt() {
            Execution execution = Execution.of(
                    selectUniqueId(good.append("clause", "TK-A03").append("scenario", "10-tank.en.feature:22")));
            assertThat(execution.tree()).isEqualTo("""
                    Good
                      %s
                        TK-A03 4.3 The level shall not fall below 0.4 m.
                          Level above the heater = successful
                        verdict of the run = successful
                    """.formatted(TITLE));
        }

        @Test
        void ofAClauseRunAllOfItsScenarios() {
            Execution execution = Execution.of(selectUniqueId(good.append("clause", "TK-A01")));
            assertThat(execution.tree()).isEqualTo("""
                    Good
                      %s
                        TK-A01 4.1 The level shall not exceed 1 m.
                          Level below the rim = successful
                          Level with the pump running = successful
                        verdict of the run = successful
                    """.formatted(TITLE));
        }

        @Test
        void ofTheVerdictRunTheWholeSuite() {
            Execution execution = Execution.of(selectUniqueId(good.append("verdict", "run")));
            assertThat(execution.tree())
                    .isEqualTo(Execution.of(selectClass(TankSuites.Good.class)).tree());
        }

        @Test
        void ofTheClassRunEverything() {
            Execution execution = Execution.of(selectUniqueId(good.removeLastSegment()));
            assertThat(execution.tree())
                    .isEqualTo(Execution.of(selectClass(TankSuites.Good.class)).tree());
        }

        @Test
        void ofASuiteThatCannotBeReadSayWhy() {
            UniqueId id = suiteOf(TankSuites.MistakenInChinese.class).append("clause", "TK-A01");
            assertThat(Execution.of(selectUniqueId(id)).tree()).contains("mistaken.yaml:5:1: 未知的键");
        }

        @Test
        void ofWhatIsNotThereAreAnErrorAndNotAGreenNothing() {
            UniqueId gone = good.append("clause", "TK-Z99");
            assertThat(Execution.of(selectUniqueId(gone)).tree())
                    .startsWith("Plumbline = failed, DiscoveryIssueException")
                    .contains("nothing in the suites has the unique id " + gone + "; select the class again");
            assertThat(Execution.of(selectUniqueId(good.removeLastSegment().append("suite", "other")))
                            .tree())
                    .contains("nothing in the suites has the unique id");
        }

        @Test
        void ofAClassThatIsNotThereAreAnErrorToo() {
            UniqueId id = UniqueId.forEngine(PlumblineEngine.ID).append("class", "org.plumbline.NoSuchClass");
            assertThat(Execution.of(selectUniqueId(id)).tree()).contains("could not be resolved");
        }
    }

    @Nested
    class Tags {

        @Test
        void areTheRequirementsOfAScenario() {
            Execution execution =
                    Execution.filtered(new Filter<?>[] {includeTags("TK-Q01")}, selectClass(TankSuites.Good.class));
            assertThat(execution.tree()).isEqualTo("""
                    Good
                      %s
                        TK-A02 4.2 The water shall not be warmer than 60 degC.
                          Temperature = successful
                        TK-Q01 6.1 The temperature should be reported every 0.5 s.
                          Steady reports = successful
                        verdict of the run = successful
                    """.formatted(TITLE));
        }

        @Test
        void takeScenariosAwayButNeverTheVerdict() {
            Execution all = Execution.filtered(
                    new Filter<?>[] {excludeTags("TK-A01", "TK-A02", "TK-S01", "TK-S02", "TK-S03", "TK-Q01")},
                    selectClass(TankSuites.Undecided.class));
            assertThat(all.tree()).isEqualTo("""
                    Undecided
                      %s
                        TK-A03 4.3 The level shall not fall below 0.4 m.
                          Level above the heater = aborted, TestAbortedException: TK-A03 4.3 level-min: \
                    0.410 m ± 0.020 m (k = 2), limit ≥ 0.4 m, guarded acceptance (w = U): inconclusive
                        verdict of the run = failed, AssertionFailedError: verdict of the run: inconclusive
                    TK-A03 4.3: inconclusive: \
                    0.410 m ± 0.020 m (k = 2), limit ≥ 0.4 m, guarded acceptance (w = U): inconclusive
                    """.formatted(TITLE));
        }

        @Test
        void thatTakeEverythingAwayLeaveNothingToRun() {
            Execution execution = Execution.filtered(
                    new Filter<?>[] {includeTags("something-else")}, selectClass(TankSuites.Good.class));
            assertThat(execution.tree()).isEqualTo("\n");
        }
    }
}
