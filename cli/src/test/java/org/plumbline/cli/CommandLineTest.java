package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.steps.Term;

class CommandLineTest {

    @Nested
    class Help {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "demo",
                    "run",
                    "record",
                    "convert",
                    "simulate",
                    "verify",
                    "rejudge",
                    "interlab",
                    "steps",
                    "schema",
                    "ports",
                    "probe"
                })
        void everyCommandHasExamplesInBothLanguages(String command) {
            Outcome zh = Outcome.of("--lang", "zh", command, "--help");
            Outcome en = Outcome.of("--lang", "en", command, "--help");
            assertThat(zh.exit()).isZero();
            assertThat(zh.out()).contains("示例:", "plumbline " + command);
            assertThat(en.exit()).isZero();
            assertThat(en.out()).contains("Examples:", "plumbline " + command).doesNotContainPattern("\\p{IsHan}");
            assertThat(Outcome.of("--lang", "en", "help", command).out()).isEqualTo(en.out());
        }

        @Test
        void theBareCommandShowsTheCommandsAndTheExitCodes() {
            Outcome bare = Outcome.of("--lang=en");
            assertThat(bare.exit()).isZero();
            assertThat(bare.out())
                    .contains("demo", "run", "simulate", "verify", "steps", "schema", "ports", "Exit codes:");
        }
    }

    @Nested
    class Misused {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "run | 缺少参数 SUITE；请写成 plumbline run SUITE | the argument SUITE is missing; write plumbline run SUITE",
                    "run x --benhc y | 没有选项 --benhc；是否应为 \"--bench\" | there is no option --benhc; did you mean \"--bench\"",
                    "run x --benhc=y | 没有选项 --benhc；是否应为 \"--bench\" | there is no option --benhc; did you mean \"--bench\"",
                    "run x --bench | 选项 --bench 缺少值；请写成 --bench FILE | the option --bench has no value; write --bench FILE",
                    "run x --repeat two | --repeat 的值“two”无效；应为整数 | --repeat cannot be \"two\"; it must be a whole number",
                    "run x --virtual=maybe | --virtual 的值“maybe”无效；该选项不带值 | --virtual cannot be \"maybe\"; this option takes no value",
                    "run x --out a --out b | 选项 --out 给出了不止一次；请只保留一次 | the option --out is given more than once; give it once",
                    "verify | 缺少参数 BUNDLE；请写成 plumbline verify BUNDLE | the argument BUNDLE is missing; write plumbline verify BUNDLE",
                    "ports x | 多余的参数“x”；含空格的参数请加引号，否则请删去 | the argument \"x\" is one too many; put an argument with spaces in quotes, or leave it out",
                    "simulat x | 没有命令“simulat”；是否应为 \"simulate\" | there is no command \"simulat\"; did you mean \"simulate\""
                })
        void isAnsweredInTheUsersLanguage(String arguments, String zh, String en) {
            assertThat(said("zh", arguments))
                    .startsWith(zh)
                    .contains("查看用法")
                    .doesNotContain("Missing", "Unknown", "see");
            assertThat(said("en", arguments))
                    .startsWith(en)
                    .contains("see plumbline")
                    .doesNotContainPattern("\\p{IsHan}");
        }

        private static String said(String language, String arguments) {
            Outcome outcome = Outcome.of(Stream.concat(Stream.of("--lang", language), Stream.of(arguments.split(" ")))
                    .toArray(String[]::new));
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err().lines()).hasSize(2);
            return outcome.err();
        }

        @Test
        void anUnknownLanguageNamesThoseThatThereAre() {
            assertThat(Outcome.of("ports", "--lang", "fr").err())
                    .startsWith("--lang cannot be \"fr\"; use one of: zh, en");
        }

        @Test
        void anUnknownCommandIsAnsweredWithTheNearest() {
            Outcome outcome = Outcome.of("--lang", "en", "simulat", "underwater");
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err()).contains("simulat").contains("simulate");
        }

        @Test
        void anUnknownSuiteNamesThoseThatThereAre(@TempDir Path folder) {
            Path bench = bench(folder);
            Outcome outcome = Outcome.of("--lang", "en", "run", "underwatr", "--bench", bench.toString());
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err())
                    .isEqualToIgnoringNewLines("there is no suite called \"underwatr\"; "
                            + "use one of underwater, cobot, inspection, or the path of a suite's folder");
        }

        @Test
        void aBenchThatIsNotThereIsNamed(@TempDir Path folder) {
            Outcome outcome = Outcome.of(
                    "--lang",
                    "zh",
                    "run",
                    "underwater",
                    "--bench",
                    folder.resolve("none.yaml").toString());
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err()).contains("none.yaml").doesNotContain("Exception");
        }

        @Test
        void aMistakeInADeviceFileIsAnsweredWithItsPlace(@TempDir Path folder) throws Exception {
            Path bench = bench(folder);
            Path device = folder.resolve("device.yaml");
            Files.writeString(device, Files.readString(device).replace("field: 1, unit: m,", "feild: 1, unit: m,"));
            Outcome outcome = Outcome.of("--lang", "en", "run", "underwater", "--bench", bench.toString());
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err())
                    .containsPattern("device.yaml:\\d+:\\d+: ")
                    .contains("feild")
                    .contains("field");
        }

        @Test
        void anUnknownFaultIsAnsweredWithTheNearest() {
            Outcome outcome = Outcome.of("--lang", "zh", "simulate", "underwater", "--fault", "depth-drit");
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err()).contains("没有名为“depth-drit”的缺陷").contains("depth-drift");
        }

        @Test
        void aFolderThatIsNoBundleIsAnInputError(@TempDir Path folder) {
            Outcome outcome = Outcome.of("--lang", "en", "verify", folder.toString());
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err()).isNotBlank().doesNotContain("Exception");
        }
    }

    @Nested
    class Listings {

        @Test
        void stepsPrintsEveryTemplateWithAnExampleInBothLanguages() throws Exception {
            JsonNode vocabulary =
                    new ObjectMapper().readTree(Outcome.of("steps", "--json").out());
            assertThat(vocabulary.path("steps")).hasSize(55).allSatisfy(step -> {
                assertThat(step.path("zh").asText()).containsPattern("\\p{IsHan}");
                assertThat(step.path("en").asText())
                        .doesNotContainPattern("\\p{IsHan}")
                        .isNotBlank();
                assertThat(step.at("/example/zh").asText())
                        .containsPattern("\\p{IsHan}")
                        .doesNotContain("{");
                assertThat(step.at("/example/en").asText())
                        .doesNotContainPattern("\\p{IsHan}|\\{")
                        .isNotBlank();
            });
            assertThat(vocabulary.at("/parameters/irregularity/en").toString())
                    .isEqualTo("[\"not increasing\",\"not counting up by 1\"]");
            assertThat(vocabulary.path("units")).hasSize(47);
            assertThat(vocabulary.at("/cycleTable/zh/0").toString())
                    .isEqualTo("[\"命令\",\"参数\",\"值\",\"信号\",\"变为\",\"停留\"]");
            assertThat(Outcome.of("steps", "--lang", "zh").out())
                    .contains("{string} 应符合限值/宜符合限值\n      例: \"depth-hold-p95\" 应符合限值");
        }

        @Test
        void stepsPrintsTheWordsThatMayStandForParameters() {
            assertThat(Outcome.of("steps", "--lang", "zh").out())
                    .containsPattern("\\{comparison} +低于 \\| 高于\n")
                    .containsPattern("\\{extreme} +最大值 \\| 最小值\n")
                    .containsPattern("\\{frame-error} +校验 \\| 长度 \\| 格式 \\| 数值 \\| 超时 \\| 异常应答 \\| 丢帧\n")
                    .containsPattern("\\{irregularity} +未递增 \\| 未逐一加 1\n")
                    .contains("单位: % m km", "\"ixit(battery-threshold) - 0.8 V\"")
                    .containsPattern("\\| 命令 +\\| 参数 +\\| 值 +\\| 信号 +\\| 变为 +\\| 停留 +\\|");
            assertThat(Outcome.of("steps", "--lang", "en").out())
                    .containsPattern("\\{comparison} +below \\| above\n")
                    .containsPattern("\\| command +\\| parameter +\\| value +\\| signal +\\| becomes +\\| dwell +\\|")
                    .doesNotContainPattern("\\p{IsHan}");
        }

        /** Every term with its unit, and for every formula those that its table needs. */
        @Test
        void stepsPrintsTheTablesThatStandBelowSteps() throws Exception {
            assertThat(Outcome.of("steps", "--lang", "zh").out())
                    .contains("下面的表格: | x | y | z |", "下面的表格: | 项 | 值 |")
                    .containsPattern("\\| 400 mm +\\| 0 mm +\\| 600 mm +\\|")
                    .containsPattern("\\| 反应时间 +\\| 0.1 s +\\|")
                    .containsPattern("\\| 减速度 +\\| 2 m/s2 +\\|")
                    .containsPattern("  保护间距的余量 +反应时间、减速度、人员速度、侵入距离、人员位置不确定度、机器人位置不确定度\n")
                    .containsPattern("  水平探测区 +响应时间、高度、探测能力\n");
            JsonNode vocabulary =
                    new ObjectMapper().readTree(Outcome.of("steps", "--json").out());
            assertThat(vocabulary.path("steps"))
                    .filteredOn(step -> step.has("below"))
                    .extracting(step -> step.path("below").asText())
                    .containsOnly("cycleTable", "pointsTable", "termsTable")
                    .hasSize(7);
            assertThat(vocabulary.at("/pointsTable/en/0").toString()).isEqualTo("[\"x\",\"y\",\"z\"]");
            assertThat(vocabulary.at("/termsTable/en"))
                    .extracting(row -> row.get(0).asText())
                    .containsAll(Arrays.stream(Term.values())
                            .map(term -> term.word().en())
                            .toList());
            assertThat(vocabulary.path("termUses"))
                    .filteredOn(use -> use.path("en").asText().equals("light curtain"))
                    .singleElement()
                    .extracting(use -> use.at("/terms/1/en").asText() + "/"
                            + use.at("/terms/1/unit").asText())
                    .isEqualTo("detection capability/mm");
        }

        @Test
        void schemaPrintsWhatAnEditorCanUse() throws Exception {
            JsonNode device =
                    new ObjectMapper().readTree(Outcome.of("schema", "device").out());
            assertThat(device.path("$id").asText()).isEqualTo("https://plumbline.org/schema/device.schema.json");
            assertThat(device.at("/$defs/channel/properties/baud/description").asText())
                    .isEqualTo("波特率（默认 9600） | baud rate (default 9600)");
            assertThat(Outcome.of("schema", "bench", "--markdown", "--lang", "en")
                            .out())
                    .contains(
                            "| `instruments.NAME.calibration.k` | positive number | required | coverage factor of U |\n");
            Outcome none = Outcome.of("schema", "benhc", "--lang", "en");
            assertThat(none.exit()).isEqualTo(2);
            assertThat(none.err().strip())
                    .isEqualTo("there is no schema called \"benhc\"; use one of standard, device, bench");
        }

        @Test
        void simulateListsTheFaultsOfARobot() {
            Outcome outcome = Outcome.of("simulate", "cobot", "--list-faults", "--lang", "en");
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.out().lines()).hasSize(11).anyMatch(line -> line.startsWith("slow-stop"));
        }

        @Test
        void portsAnswersAlsoWhereThereAreNone() {
            assertThat(Outcome.of("ports", "--lang", "zh").exit()).isZero();
            assertThat(Outcome.of("ports", "--json").out().strip())
                    .startsWith("[")
                    .endsWith("]");
        }
    }

    @Nested
    class VirtualRun {

        @Test
        void ofAFaultyRobotFailsWithItsValueAndWritesASoundBundle(@TempDir Path folder) throws Exception {
            Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of("depth-drift"), 1)
                    .writeTo(folder);
            Outcome outcome = Outcome.of(
                    "run",
                    "underwater",
                    "--virtual",
                    "--lang",
                    "en",
                    "--bench",
                    bench.toString(),
                    "--out",
                    folder.resolve("out").toString());
            assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isEqualTo(1);
            assertThat(outcome.out())
                    .containsPattern(
                            "UW-A02 +shall +depth-hold-p95 +0\\.\\d+ m ± \\S+ m \\(k = [^)]+\\) +≤ 0.1 m +fail")
                    .containsPattern("UW-A03 +shall +heading-hold-p95 .* pass");
            Path bundle = Path.of(outcome.lastLine());
            assertThat(bundle.resolve("data/allure-report/index.html")).isNotEmptyFile();
            assertThat(Outcome.of("verify", bundle.toString()).exit()).isZero();
        }

        @Test
        void isJudgedAgainToTheLastDigitAndAgainstAChangedDraft(@TempDir Path folder) throws Exception {
            Path bench = bench(folder);
            Outcome run = Outcome.of(
                    "run",
                    "underwater",
                    "--virtual",
                    "--lang",
                    "zh",
                    "--bench",
                    bench.toString(),
                    "--out",
                    folder.resolve("out").toString());
            String bundle = run.lastLine();
            Outcome same = Outcome.of("rejudge", bundle, "--lang", "zh");
            assertThat(same.exit()).as(same.out() + same.err()).isZero();
            assertThat(same.out()).contains("结论: 合格。20 项判定与原来逐位相同").doesNotContain("有变化");

            Path draft = folder.resolve("draft.yaml");
            String standard = Files.readString(Path.of(bundle, "data", "inputs", "standard.yaml"));
            Files.writeString(draft, standard.replace("depth-hold-p95: {max: 0.10", "depth-hold-p95: {max: 0.005"));
            Outcome changed = Outcome.of("rejudge", bundle, "--standard", draft.toString(), "--lang", "en");
            assertThat(changed.exit()).isEqualTo(1);
            assertThat(changed.out())
                    .containsPattern(
                            "UW-A02 +depth-hold-p95 +(\\S+ m ± \\S+ m \\(k = [^)]+\\)) +pass +\\1 +fail +<- changed")
                    .contains("  limit UW-A02 depth-hold-p95: ≤ 0.1 m, guarded acceptance (w = U)"
                            + " → ≤ 0.005 m, guarded acceptance (w = U)\n")
                    .containsPattern("standard.yaml +2026-\\d\\d +" + sha256(standard) + "  then\n" + " +2026-\\d\\d +"
                            + sha256(Files.readString(draft)) + "  now\n")
                    .containsPattern("\\S+\\.feature +[0-9a-f]{64}  then and now\n")
                    .contains("20 judgements, 1 changed");

            Outcome capture = Outcome.of(
                    "rejudge", Path.of(bundle, "data", "capture", "run.mcap").toString(), "--lang", "zh");
            assertThat(capture.exit()).as(capture.err()).isZero();
            assertThat(capture.out()).isEqualTo(same.out());

            Path features = Files.createDirectories(folder.resolve("features"));
            Path added = features.resolve("10-data.zh-CN.feature");
            Files.copy(Path.of(bundle, "data", "inputs", "10-data.zh-CN.feature"), added);
            for (String file : List.of("20-hold.zh-CN.feature", "30-safety.zh-CN.feature")) {
                Files.copy(Path.of(bundle, "data", "inputs", file), features.resolve(file));
            }
            Files.writeString(
                    added,
                    Files.readString(added) + "\n  @UW-C04\n  场景: 气压\n    当 信号 \"pressure\" 变为 \"1\"，最长等待 1 s\n");
            Outcome lacking = Outcome.of("rejudge", bundle, "--features", features.toString(), "--lang", "zh");
            assertThat(lacking.out())
                    .contains("结论: 无法判定。20 项判定与原来逐位相同；1 项要求的结论有变化\n")
                    .contains("  UW-C04: 合格 → 无法判定\n")
                    .contains("  UW-C04: 记录所用的试验台缺少场景所需: 试验台上没有名为“pressure”的信号\n");
        }

        private static String sha256(String text) throws Exception {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Test
        void isJudgedAgainWithMistakesFoundInTheUsersOwnFiles(@TempDir Path folder) throws Exception {
            Path bundle = Path.of(Outcome.of(
                            "run",
                            "underwater",
                            "--virtual",
                            "--tags",
                            "@UW-C01",
                            "--bench",
                            bench(folder).toString(),
                            "--out",
                            folder.resolve("out").toString())
                    .lastLine());
            Path features = Files.createDirectories(folder.resolve("features"));
            Path feature = features.resolve("10-data.en.feature");
            Files.writeString(feature, "Feature: Data\n\n  @UW-C01\n  Scenario: Song\n    When it sings\n");
            Outcome sings = Outcome.of("rejudge", bundle.toString(), "--features", features.toString());
            assertThat(sings.exit()).isEqualTo(2);
            assertThat(sings.err()).contains(feature + ":5: ").doesNotContain("plumbline-rejudge");

            Path draft = folder.resolve("draft.yaml");
            Files.writeString(draft, "standard: UW\nstandart: UW\n");
            Outcome misspelt = Outcome.of("rejudge", bundle.toString(), "--standard", draft.toString());
            assertThat(misspelt.err()).contains(draft + ":2:1: ").doesNotContain("plumbline-rejudge");
        }

        @Test
        void isJudgedAgainIntoABundleOfItsOwn(@TempDir Path folder) throws Exception {
            Outcome run = Outcome.of(
                    "run",
                    "underwater",
                    "--virtual",
                    "--tags",
                    "@UW-A02 or @UW-A03",
                    "--bench",
                    bench(folder).toString(),
                    "--out",
                    folder.resolve("out").toString());
            Path bundle = Path.of(run.lastLine());
            Path draft = folder.resolve("draft.yaml");
            String standard = Files.readString(bundle.resolve("data/inputs/standard.yaml"));
            Files.writeString(
                    draft,
                    standard.replace("depth-hold-p95: {max: 0.10", "depth-hold-p95: {max: 0.001")
                            .replace("heading-hold-p95: {max: 3", "heading-hold-p95: {max: 0.001"));
            Outcome again = Outcome.of(
                    "rejudge",
                    bundle.toString(),
                    "--standard",
                    draft.toString(),
                    "--lang",
                    "zh",
                    "--out",
                    folder.resolve("again").toString());
            Path second = Path.of(again.lastLine());
            assertThat(second).as(again.out() + again.err()).hasParent(folder.resolve("again"));
            assertThat(again.out()).containsPattern("UW-A02 +depth-hold-p95 .* 合格 .* 不合格 +← 有变化");
            assertThat(second.resolve("data/inputs/standard.yaml")).hasSameBinaryContentAs(draft);
            assertThat(second.resolve("data/results/junit.xml")).isNotEmptyFile();
            assertThat(second.resolve("data/results/traceability.csv")).isNotEmptyFile();
            JsonNode results = new ObjectMapper()
                    .readTree(second.resolve("data/results.json").toFile());
            assertThat(results.at("/runs/0/plan/driver").asText()).isEqualTo("replay");
            assertThat(results.at("/runs/0/plan/suite").asText()).isEqualTo("underwater");
            JsonNode compared = new ObjectMapper()
                    .readTree(second.resolve("data/rejudgement.json").toFile());
            assertThat(compared.at("/standard/then/sha256").asText()).isEqualTo(sha256(standard));
            assertThat(compared.at("/standard/now/sha256").asText()).isEqualTo(sha256(Files.readString(draft)));
            JsonNode depth = StreamSupport.stream(compared.path("judgements").spliterator(), false)
                    .filter(judgement -> judgement.path("limit").asText().equals("depth-hold-p95"))
                    .findFirst()
                    .orElseThrow();
            assertThat(depth.at("/then/tolerance/max").asDouble()).isEqualTo(0.10);
            assertThat(depth.at("/now/tolerance/max").asDouble()).isEqualTo(0.001);
            assertThat(depth.at("/now/coverageFactor").asDouble()).isBetween(2.0, 2.1);
            Outcome verified = Outcome.of("verify", second.toString());
            assertThat(verified.exit()).as(verified.out()).isZero();
        }

        @Test
        void thatWasRepeatedIsJudgedAgainAttemptByAttempt(@TempDir Path folder) {
            String[] repeated = {
                "run",
                "underwater",
                "--virtual",
                "--repeat",
                "2",
                "--tags",
                "@UW-C01",
                "--lang",
                "zh",
                "--bench",
                bench(folder).toString(),
                "--out",
                folder.resolve("out").toString()
            };
            String first = Outcome.of(repeated).lastLine();
            String second = Outcome.of(repeated).lastLine();
            Outcome both = Outcome.of("rejudge", first, second, "--lang", "en");
            assertThat(both.out())
                    .contains(first + "\n", second + "\n")
                    .containsPattern("(?s)(all 2 judgements equal the original's to the last digit.*){2}");
            assertThat(both.exit()).isEqualTo(3);
        }

        @Test
        void thatIsRepeatedShowsEveryAttemptEverywhere(@TempDir Path folder) throws Exception {
            Outcome outcome = Outcome.of(
                    "run",
                    "underwater",
                    "--virtual",
                    "--lang",
                    "zh",
                    "--repeat",
                    "3",
                    "--tags",
                    "@UW-C01",
                    "--bench",
                    bench(folder).toString(),
                    "--out",
                    folder.resolve("out").toString());
            assertThat(outcome.out())
                    .contains("1 个场景，各执行 3 次：1 个被动场景共用 3 段观察，合计 24 s；预计至少 24 s，至多 54 s（视设备多快到位）")
                    .contains("NMEA 语句的校验和（第 3 次）")
                    .containsPattern("要求 .* 结论 +翻转率\n")
                    .containsPattern("UW-C01 +应 +checksum-errors .* 合格 +0\\.00\n(?: +checksum-errors .* 合格\n){2}");
            Path data = Path.of(outcome.lastLine()).resolve("data");
            JsonNode run = new ObjectMapper()
                    .readTree(data.resolve("results.json").toFile())
                    .at("/runs/0");
            assertThat(run.at("/plan/repeat").asInt()).isEqualTo(3);
            assertThat(run.path("trials").findValuesAsText("attempt")).containsExactly("1", "2", "3");
            assertThat(run.at("/scenarios/0/attempts").toString()).isEqualTo("[\"pass\",\"pass\",\"pass\"]");
            assertThat(run.at("/scenarios/0/flips").toString()).isEqualTo("{\"attempts\":3,\"flips\":0,\"rate\":0.0}");
            assertThat(Files.readString(data.resolve("results/junit.xml")))
                    .containsPattern("name=\"UW-C01 [^\"]*（第 3 次）\"")
                    .contains("<property name=\"plumbline.attempt\" value=\"3\"");
            assertThat(Files.readAllLines(data.resolve("results/traceability.csv")))
                    .filteredOn(line -> line.contains("checksum-errors"))
                    .hasSize(3);
            assertThat(histories(data.resolve("allure-results"))).hasSize(3);
        }

        private static Set<String> histories(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                Set<String> histories = new HashSet<>();
                for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith("-result.json"))::iterator) {
                    histories.add(new ObjectMapper()
                            .readTree(file.toFile())
                            .path("historyId")
                            .asText());
                }
                return histories;
            }
        }

        @Test
        void cannotBeRepeatedLessThanOnce(@TempDir Path folder) {
            Outcome outcome = Outcome.of("run", "underwater", "--virtual", "--lang", "zh", "--repeat", "0");
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err().strip()).isEqualTo("重复次数 0 小于 1；请给出 1 或更大的整数");
        }

        @Test
        void withJsonGivesTheMachineOneDocumentAndPeopleTheRestOnStderr(@TempDir Path folder) throws Exception {
            Path bench = bench(folder);
            Outcome outcome = Outcome.of(
                    "run",
                    "underwater",
                    "--virtual",
                    "--json",
                    "--tags",
                    "@UW-C01",
                    "--bench",
                    bench.toString(),
                    "--out",
                    folder.resolve("out").toString());
            JsonNode result = new ObjectMapper().readTree(outcome.out());
            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(result.at("/requirements/UW-C01").asText()).isEqualTo("pass");
            assertThat(result.at("/requirements/UW-C02").asText()).isEqualTo("none");
            assertThat(result.path("fullyVerified").asBoolean()).isFalse();
            assertThat(outcome.err()).contains("UW-C01");
        }
    }

    private static Path bench(Path folder) {
        return SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder);
    }
}
