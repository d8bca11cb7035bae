package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.Plumbline;
import org.plumbline.error.InputException;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;

/** What scenarios name and compare is checked before the device moves. */
class PreflightTest {

    @TempDir
    Path folder;

    private Path bench;

    @BeforeEach
    void writeBench() {
        bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
    }

    private Plumbline plumbline() {
        return Plumbline.bench(bench).in(Language.EN).virtual().out(folder.resolve("out"));
    }

    /** The steps are on line 6 and after. */
    private Suite suite(String tags, String... steps) throws IOException {
        String scenario = "  " + tags + "\n  Scenario: Written\n";
        return WrittenSuite.in(folder.resolve("suite"), scenario + "    * " + String.join("\n    * ", steps) + "\n");
    }

    private List<String> said(Language language, Suite suite) {
        InputException e =
                catchThrowableOfType(InputException.class, () -> plumbline().run(suite));
        assertThat(e).as("the mistake is found").isNotNull();
        assertThat(folder.resolve("out")).satisfiesAnyOf(out -> assertThat(out).doesNotExist(), out -> assertThat(out)
                .isEmptyDirectory());
        String feature = folder.resolve("suite/10-written.en.feature:").toString();
        return e.message(language).replace(feature, "").lines().toList();
    }

    private void assertSaid(Suite suite, String zh, String en) {
        assertThat(said(Language.ZH, suite)).containsExactly(zh);
        assertThat(said(Language.EN, suite)).containsExactly(en);
    }

    private void assertAccepted(Suite suite) {
        assertThat(plumbline().plan(suite).scenarios()).hasSize(1);
    }

    private void device(String from, String to) throws IOException {
        Path device = bench.resolveSibling("device.yaml");
        String text = Files.readString(device);
        assertThat(text).contains(from);
        Files.writeString(device, text.replace(from, to));
    }

    private static final String INTERVAL =
            "\"depth-interval\" is measured: largest gap between samples of signal \"depth\"";
    private static final String JUDGED = "\"depth-interval\" shall be within its limit";

    @Test
    void whatIsWholeIsAccepted() throws IOException {
        assertAccepted(suite("@UW-C04", INTERVAL, JUDGED));
    }

    @Test
    void whatComesOnlyWithEventsHasNoInterval() throws IOException {
        device("sentence: DPT, field: 1, unit: m", "sentence: DPT, field: 1, unit: m, on-event: true");
        assertSaid(
                suite("@UW-C04", INTERVAL, JUDGED),
                "6: 信号“depth”声明为只随事件到来（on-event），样本之间的时间说明不了什么；若该信号按间隔发送，请删去 on-event；否则请测量别的信号",
                "6: signal \"depth\" is declared to come only with events (on-event): the times between its samples show"
                        + " nothing; where it comes at intervals, take on-event out; otherwise measure another signal");
    }

    @Test
    void everythingIsSaidAtOnceInTheOrderOfTheFile() throws IOException {
        Suite suite = suite(
                "@UW-C04",
                "signal \"dpeth\" arrives, waiting at most 5 s",
                "it sings",
                "command \"amr\" is sent",
                INTERVAL,
                "\"depth-intervall\" shall be within its limit",
                "signal \"depth\" stays at 4 deg ± 0.1 m for 1 s, waiting at most 3 m");
        assertThat(said(Language.EN, suite))
                .extracting(line -> line.replaceAll("[;:] the nearest.*", ""))
                .containsExactly(
                        "6: the bench has no signal called \"dpeth\"; did you mean \"depth\"",
                        "7: there is no such step: it sings",
                        "8: the bench has no command called \"amr\"; did you mean \"arm\"",
                        "10: the standard has no limit \"depth-intervall\"; did you mean \"depth-interval\"",
                        "11: signal \"depth\" is in m, but the scenario compares it with 4 deg; write it in m or a unit of its kind",
                        "11: 3 m is no time; write it like 5 s");
    }

    @Nested
    class Names {

        @Test
        void ofAChannelThatIsNotThere() throws IOException {
            assertSaid(
                    suite(
                            "@UW-C01",
                            "\"checksum-errors\" is measured: on channel \"navi\", number of checksum errors",
                            "\"checksum-errors\" shall be within its limit"),
                    "6: 试验台上没有名为“navi”的通道；是否应为 \"nav\"",
                    "6: the bench has no channel called \"navi\"; did you mean \"nav\"");
        }

        @Test
        void ofAParameterWhoseValueDoesNotFitAreSaidWithTheCommandsPlace() throws IOException {
            device(
                    "hold-depth: {channel: state, topic: rov/1/command",
                    "hold-depth: {channel: state, topic: \"rov/{depth}/command\"");
            assertSaid(
                    suite("@UW-A01", "command \"hold-depth\" is sent with \"depth\" = \"5/6\"", "observed for 1 s"),
                    "6: 命令“hold-depth”（depth = 5/6）无法编码: 参数“depth”位于主题中，不能是“5/6”（该命令在 device.yaml:54:3）；"
                            + "请给出不含 /、+ 和 # 的值",
                    "6: the command \"hold-depth\" (depth = 5/6) cannot be encoded: parameter \"depth\" stands in a topic and"
                            + " cannot be \"5/6\" (the command is in device.yaml:54:3); give a value without /, + and #");
        }

        @Test
        void ofAReferenceAreSaidTogetherWithTheRest() throws IOException {
            Files.writeString(bench, Files.readString(bench).replace("true-depth", "tank-depth"));
            Suite suite = suite(
                    "@UW-A01",
                    "command \"amr\" is sent",
                    "\"depth-error\" is measured: largest difference between signals \"depth\" and \"true-depth\"",
                    "\"depth-error\" shall be within its limit");
            assertThat(said(Language.EN, suite))
                    .hasSize(2)
                    .satisfies(lines -> assertThat(lines.get(0)).startsWith("6: the bench has no command"))
                    .satisfies(lines -> assertThat(lines.get(1))
                            .contains("bench.yaml:")
                            .contains("no instrument has the signal \"true-depth\", which scenarios take as truth"));
        }

        @Test
        void ofALimitThatBelongsToAnotherRequirement() throws IOException {
            assertSaid(
                    suite("@UW-C01", INTERVAL, "observed for 1 s"),
                    "6: 限值“depth-interval”属于要求 UW-C04，场景没有该标签；请为场景加上标签 @UW-C04，或改正限值名称",
                    "6: the limit \"depth-interval\" belongs to UW-C04, which the scenario is not tagged with; "
                            + "tag the scenario @UW-C04, or correct the limit's name");
        }

        @Test
        void ofALimitThatIsJudgedBeforeItIsMeasured() throws IOException {
            assertSaid(
                    suite("@UW-C04", JUDGED, INTERVAL),
                    "6: 限值“depth-interval”在判定之前没有测量；请在判定之前加上测量步骤",
                    "6: the limit \"depth-interval\" is judged before anything was measured for it; measure it in an earlier step");
        }

        @Test
        void ofALimitThatIsNeverJudged() throws IOException {
            assertSaid(
                    suite("@UW-C04", INTERVAL),
                    "6: 为限值“depth-interval”测量了，却没有判定；请加上: 那么 \"depth-interval\" 应符合限值",
                    "6: the limit \"depth-interval\" is measured for, but never judged; add: Then \"depth-interval\" shall be within its limit");
        }

        @Test
        void inACycleTable() throws IOException {
            Suite suite = suite("@UW-C04", """
                    2 cycles are run, waiting at most 5 s at each step
                          | command    | parameter | value | signal | becomes    | dwell |
                          | hold-depth | depth     | 2.0   | mode   | depth-hold | 0.1 s |
                          | hold-deep  |           |       | mode   | depth-hold | 0.1 s |
                          | hold-depth | deep      | 2.0   | moed   | depth-hold | 0.1 s |
                          | hold-depth | depth     | 2.0   | mode   | depth-hold | 0.1 m |""");
            assertThat(said(Language.EN, suite))
                    .containsExactly(
                            "9: the bench has no command called \"hold-deep\"; did you mean \"hold-depth\"",
                            "10: the bench has no signal called \"moed\"; did you mean \"mode\"",
                            "10: the command \"hold-depth\" has no parameter \"deep\"; use one of: depth",
                            "11: the column \"dwell\" of the cycle table is missing or wrong; "
                                    + "its columns are: command, parameter, value, signal, becomes, dwell (such as 0.2 s)");
        }

        @Test
        void ofATableThatIsMissingOrNotWanted() throws IOException {
            assertThat(said(Language.EN, suite("@UW-C04", "2 cycles are run, waiting at most 5 s at each step")))
                    .containsExactly("6: the table below this step is missing; see its columns with plumbline steps");
            assertThat(said(Language.EN, suite("@UW-C04", "observed for 1 s\n      | a |\n      | b |")))
                    .containsExactly("6: this step takes no table and no text; take away what stands below it");
        }

        @Test
        void areNotLookedUpWhereNoRequirementApplies() throws IOException {
            String steps = "signal \"separation\" arrives, waiting at most 5 s";
            assertAccepted(suite("@UW-C13", steps));
            assertThat(said(Language.EN, suite("@UW-C13", steps, JUDGED))).hasSize(1);
            assertThat(said(Language.EN, suite("@UW-C04", steps))).hasSize(1);
        }

        @Test
        void areNotLookedUpInScenariosThatAreNotSelected() throws IOException {
            Suite suite = WrittenSuite.in(folder.resolve("suite"), """
                      @UW-C04
                      Scenario: One
                        * observed for 1 s

                      @UW-C01
                      Scenario: Two
                        * command "amr" is sent
                    """);
            assertThat(plumbline().plan(suite.tagged("@UW-C04")).scenarios()).hasSize(1);
            assertThat(said(Language.EN, suite)).hasSize(1);
        }
    }

    @Nested
    class Parameters {

        @Test
        void thatTheCommandDoesNotHave() throws IOException {
            assertSaid(
                    suite("@UW-C04", "command \"hold-depth\" is sent with \"dept\" = \"4.0\""),
                    "6: 命令“hold-depth”没有参数“dept”；是否应为 \"depth\"",
                    "6: the command \"hold-depth\" has no parameter \"dept\"; did you mean \"depth\"");
            assertSaid(
                    suite("@UW-C04", "command \"arm\" is sent with \"depth\" = \"4.0\""),
                    "6: 命令“arm”没有参数“depth”；请写成: 发送命令 \"arm\"",
                    "6: the command \"arm\" has no parameter \"depth\"; write: command \"arm\" is sent");
        }

        @Test
        void thatAreMissing() throws IOException {
            assertSaid(
                    suite("@UW-C04", "command \"hold-depth\" is sent"),
                    "6: 命令“hold-depth”缺少参数“depth”；请写成: 发送命令 \"hold-depth\"，其中 \"depth\" 为 \"…\"（一步只能给一个参数）",
                    "6: the command \"hold-depth\" needs the parameter \"depth\"; "
                            + "write: command \"hold-depth\" is sent with \"depth\" = \"…\" (a step gives one parameter)");
            assertThat(said(Language.EN, suite("@UW-C04", "every 1 s command \"hold-depth\" is sent")))
                    .singleElement()
                    .asString()
                    .contains("needs the parameter \"depth\"");
        }

        @Test
        void thatAreRepeatedAreCounted() throws IOException {
            assertAccepted(
                    suite("@UW-C04", "every 1 s command \"heartbeat\" is sent", "every 1 s command \"arm\" is sent"));
        }
    }

    @Nested
    class Units {

        @BeforeEach
        void takeTheUnitOfTheDepthAway() throws IOException {
            device("sentence: DPT, field: 1, unit: m, uncertainty: 0.009 m}", "sentence: DPT, field: 1}");
        }

        private String depth() throws IOException {
            Path device = bench.resolveSibling("device.yaml");
            List<String> lines = Files.readAllLines(device);
            int line = lines.indexOf("  depth: {channel: nav, sentence: DPT, field: 1}") + 1;
            return device + ":" + line + ":3";
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "signal \"depth\" stays at 4.0 m ± 0.1 m for 2 s, waiting at most 15 s",
                    "\"depth-hold-p95\" is measured: deviation of signal \"depth\" from 4.0 m, percentile 95",
                })
        void ofASignalThatIsComparedWithAQuantity(String step) throws IOException {
            Suite suite = suite("@UW-A02", step, "observed for 1 s");
            assertThat(said(Language.EN, suite))
                    .contains("6: signal \"depth\" has no unit, but the scenario compares it with m; "
                            + "give it a unit in " + depth() + " (signal \"depth\"), such as unit: m");
            assertThat(said(Language.ZH, suite))
                    .contains("6: 信号“depth”没有单位，场景却以 m 与之比较；请在 " + depth() + " 中为信号“depth”写明单位，如 unit: m");
        }

        @Test
        void ofASignalThatIsComparedWithAThreshold() throws IOException {
            Suite suite = suite(
                    "@UW-S02",
                    "\"ascent-time\" is measured: time from command \"wet-leak-sensor\" until signal \"depth\" is above 3 m, waiting at most 7 s",
                    "\"ascent-time\" shall be within its limit");
            assertThat(said(Language.EN, suite))
                    .singleElement()
                    .asString()
                    .startsWith("6: signal \"depth\" has no unit, but the scenario compares it with m;");
        }

        @Test
        void ofTwoSignalsThatAreCompared() throws IOException {
            Suite suite = suite(
                    "@UW-Q01",
                    "\"depth-agreement\" is measured: largest difference between signals \"state-depth\" and \"depth\"",
                    "\"depth-agreement\" shall be within its limit");
            assertSaid(
                    suite,
                    "6: 信号“state-depth”（m）与“depth”（无单位）的单位不同类，或各轴单位不一；请在 " + depth() + " 中为信号“depth”写明单位，如 unit: m",
                    "6: signals \"state-depth\" (m) and \"depth\" (no unit) are used together, but not in units of one kind; "
                            + "give it a unit in " + depth() + " (signal \"depth\"), such as unit: m");
        }

        @Test
        void ofASignalThatIsMeasuredForALimit() throws IOException {
            Suite suite = suite(
                    "@UW-S05",
                    "\"set-depth-accepted\" is measured: of signal \"depth\", the maximum",
                    "\"set-depth-accepted\" shall be within its limit");
            assertThat(said(Language.EN, suite))
                    .containsExactly(
                            "6: signal \"depth\" has no unit, but is measured for the limit \"set-depth-accepted\", which is in m; "
                                    + "give it a unit in " + depth() + " (signal \"depth\"), such as unit: m");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "UW-C04 | \"heading-interval\" is measured: of signal \"heading\", the maximum | a quantity of signal \"heading\" (deg) | heading-interval | s",
                    "UW-C01 | \"checksum-errors\" is measured: largest gap between samples of signal \"heading\" | a time (s) | checksum-errors | 1",
                    "UW-C04 | \"heading-interval\" is measured: number of samples in which signal \"armed\" is \"true\" | a count (1) | heading-interval | s",
                    "UW-A03 | \"heading-hold-p95\" is measured: overshoot of signal \"water-temperature\" | a quantity of signal \"water-temperature\" (K) | heading-hold-p95 | deg"
                })
        void ofALimitThatDoesNotFitWhatIsMeasured(String tag, String step, String what, String limit, String unit)
                throws IOException {
            assertThat(said(Language.EN, suite("@" + tag, step, "\"" + limit + "\" shall be within its limit")))
                    .containsExactly("6: this step measures " + what + ", but the limit \"" + limit + "\" is in " + unit
                            + "; use another step, or correct the limit's unit in standard.yaml");
        }

        @Test
        void ofTheLargestAngleOfThoseThatWrap() throws IOException {
            assertSaid(
                    suite(
                            "@UW-A03",
                            "\"heading-hold-p95\" is measured: of signal \"heading\", the maximum",
                            "\"heading-hold-p95\" shall be within its limit"),
                    "6: 信号“heading”是回绕角，没有最大值与最小值；请测量它偏离某一角度的百分位；若只查数值范围，请不要声明 circle",
                    "6: signal \"heading\" is an angle that wraps: it has neither a maximum nor a minimum; measure its"
                            + " deviation from an angle; where the range of the number is meant, leave circle out");
        }

        /** In K it may be a difference or a temperature: the limit is to be in K too. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "of signal \"water-temperature\", the maximum | K | degC | false",
                    "of signal \"water-temperature\", the maximum | degC | K | true",
                    "of signal \"water-temperature\", the maximum | K | K | true",
                    "overshoot of signal \"water-temperature\" | degC | degC | false",
                    "overshoot of signal \"water-temperature\" | degC | K | true",
                })
        void ofADifferenceOfTemperaturesAreNotThoseOfATemperature(
                String measured, String ofSignal, String ofLimit, boolean accepted) throws IOException {
            device("unit: degC, uncertainty: 0.07 K", "unit: " + ofSignal);
            Suite suite = suite(
                    "@UW-A05",
                    "\"temperature-error\" is measured: " + measured,
                    "\"temperature-error\" shall be within its limit");
            Path standard = folder.resolve("suite/standard.yaml");
            Files.writeString(
                    standard,
                    Files.readString(standard)
                            .replace(
                                    "temperature-error: {max: 1.0, unit: K",
                                    "temperature-error: {max: 1.0, unit: " + ofLimit));
            if (accepted) {
                assertAccepted(suite);
            } else {
                assertThat(said(Language.EN, suite))
                        .containsExactly("6: this step measures a quantity of signal \"water-temperature\" (K), but the"
                                + " limit \"temperature-error\" is in degC; use another step, or correct the limit's"
                                + " unit in standard.yaml");
            }
        }

        @Test
        void thatAreUnknownAreSaidWithTheNearest() throws IOException {
            assertThat(said(Language.EN, suite("@UW-C04", "observed for 5 sec")))
                    .singleElement()
                    .asString()
                    .startsWith("6: unknown unit \"sec\"; ");
        }
    }

    /** It would end as a signal without samples. */
    @Test
    void aMeasurementFromACommandOnNeedsTimeAfterIt() throws IOException {
        String sent = "command \"arm\" is sent";
        String measured = "\"temperature-error\" is measured: from command \"arm\" on, the change of signal"
                + " \"water-temperature\"";
        String judged = "\"temperature-error\" shall be within its limit";
        assertSaid(
                suite("@UW-A05", sent, measured, judged),
                "7: 从命令“arm”到此步骤没有观察任何时段，无从测量；请在此之前加上: 当 观察 5 s，时间按需要",
                "7: nothing is observed between command \"arm\" and this step: there is nothing to measure; add before it:"
                        + " When observed for 5 s, or as long as it takes");
        assertAccepted(suite("@UW-A05", sent, "observed for 5 s", measured, judged));
    }

    @Test
    void aStateThatTheSignalCannotHaveIsRefused() throws IOException {
        assertSaid(
                suite("@UW-C04", "signal \"depth\" becomes \"5 s\", waiting at most 3 s", "observed for 1 s"),
                "6: 信号“depth”的单位是 m，场景却以 5 s 与之比较；请以 m 或同类单位书写",
                "6: signal \"depth\" is in m, but the scenario compares it with 5 s; write it in m or a unit of its kind");
        assertAccepted(suite("@UW-C04", "signal \"depth\" becomes \"0 mm\", waiting at most 3 s", "observed for 1 s"));
        assertAccepted(suite("@UW-C04", "signal \"mode\" becomes \"5 s\", waiting at most 3 s", "observed for 1 s"));
    }

    @Test
    void axesInDifferentUnitsAreRefused() throws IOException {
        bench = SimulatedBench.virtual(RobotModels.named("cobot"), List.of(), 1).writeTo(folder.resolve("cobot"));
        String text = Files.readString(bench);
        Files.writeString(bench, text.replaceFirst("(true-y: \\{.*)unit: mm", "$1unit: m"));
        InputException e = catchThrowableOfType(InputException.class, () -> plumbline()
                .plan(Suite.named("cobot").only("CR-A01")));
        assertThat(e.message(Language.EN))
                .contains("signals \"true-x\" (mm) and \"true-y\" (m) are used together, but not in units of one kind");
    }
}
