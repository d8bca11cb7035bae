package org.plumbline.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.error.HarnessException;
import org.plumbline.run.Run;
import org.plumbline.standard.Standard;
import org.plumbline.standard.StandardFile;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AllureReportTest {

    private static final String STANDARD = """
            standard: UW
            title: {zh: 水下机器人测试草案, en: Test draft for underwater vehicles}
            level: local
            stage: consultation
            revision: 2026-11
            leads: [{organisation: {zh: 某委员会, en: A committee}, role: lead}]
            sources: ["GB/T 36896.1-2018", "OASIS MQTT https://docs.oasis-open.org/mqtt/v3.1.1/"]
            ics:
              U-CRAWLER: {zh: 具备坐底行走, en: crawls on the seabed}
            ixit:
              heartbeat-time-out: {unit: s, max: 5, zh: 心跳超时, en: heartbeat time-out}
            requirements:
              - {id: UW-A02, clause: "6.2", modality: shall, text: {zh: 定深偏差不应超过限值。, en: The depth deviation shall keep its limit.},
                 limits: {depth-hold-p95: {max: 0.10, unit: m, basis: proposal}}, challenged-by: [x]}
              - {id: UW-S05, clause: "7.5", modality: shall, text: {zh: 深度不应超过额定值。, en: The depth shall stay within its rating.},
                 limits: {depth-max: {max: 3.9, unit: m, basis: device}}, challenged-by: [x]}
              - {id: UW-A03, clause: "6.3", modality: should, text: {zh: 定深偏差宜更小。, en: The depth deviation should be smaller.},
                 limits: {depth-hold-fine: {max: 0.035, unit: m, basis: proposal}}, challenged-by: [x]}
              - {id: UW-S01, clause: "7.1", modality: shall, text: {zh: 收到停止命令应及时停止。, en: A stop command shall stop it in time.},
                 limits: {stop-time: {max: "ixit(heartbeat-time-out) + 0.5 s", unit: s, basis: source}}, challenged-by: [x]}
              - {id: UW-M01, clause: "8.1", modality: may, text: {zh: 可记录日志。, en: A log may be kept.}}
              - {id: UW-S08, clause: "7.8", modality: shall, applies: U-CRAWLER, text: {zh: 履带应可制动。, en: The tracks shall brake.}}
            """;

    private static final String FEATURE = """
            # language: zh-CN
            功能: 定深
              数据以参考仪器为准。

              @UW-A02
              场景: 静水定深
                假如 设备处于水中
                当 观察 8 s
                而且 测量 "depth-hold-p95"：深度偏离 4.0 m
                那么 "depth-hold-p95" 应符合限值

              @UW-S05
              场景: 不超过额定深度
                当 观察 4 s
                而且 测量 "depth-max"：深度的最大值
                那么 "depth-max" 应符合限值
                而且 设备处于水中

              @UW-A03
              场景: 精细定深
                当 观察 8 s
                而且 测量 "depth-hold-fine"：深度偏离 4.0 m
                那么 "depth-hold-fine" 应符合限值

              @UW-S01 @UW-A02
              场景: 停止
                当 测量 "stop-time"：停止的反应时间
                那么 "stop-time" 应符合限值

              @UW-A03
              场景: 深度未稳定
                假如 深度稳定在 9.0 m
                那么 "depth-hold-fine" 应符合限值

              @UW-M01
              场景: 无判定
                假如 设备处于水中

              @UW-A02
              场景: 装置出错
                假如 装置有缺陷

              @UW-S08
              场景: 履带制动
                假如 设备处于水中

              @UW-A02
              场景: 中断之后
                假如 设备处于水中
            """;

    @TempDir
    static Path folder;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonNode> RESULTS = new HashMap<>();
    private static String printed = "";
    private static Run run;
    private static Standard standard;

    @BeforeAll
    static void runsTheScenarios() throws IOException {
        Path file = Files.writeString(folder.resolve("standard.yaml"), STANDARD);
        standard = StandardFile.read(file);
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            run = new CucumberRun(standard, FEATURE, folder).with(AllureReport.in(Language.ZH));
        } finally {
            System.setOut(out);
        }
        printed = bytes.toString(StandardCharsets.UTF_8);
        for (Path result : results("-result.json")) {
            JsonNode node = JSON.readTree(result.toFile());
            RESULTS.put(node.get("name").asText(), node);
        }
    }

    private static List<Path> results(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/allure-results"))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static List<String> labels(String scenario, String name) {
        return StreamSupport.stream(RESULTS.get(scenario).get("labels").spliterator(), false)
                .filter(label -> label.get("name").asText().equals(name))
                .map(label -> label.get("value").asText())
                .toList();
    }

    private static String message(String scenario) {
        return RESULTS.get(scenario).at("/statusDetails/message").asText();
    }

    private static Map<String, String> parameters(String scenario) {
        Map<String, String> parameters = new LinkedHashMap<>();
        RESULTS.get(scenario)
                .get("parameters")
                .forEach(p ->
                        parameters.put(p.get("name").asText(), p.get("value").asText()));
        return parameters;
    }

    private static String attachment(JsonNode owner, String name) throws IOException {
        for (JsonNode attachment : owner.get("attachments")) {
            if (attachment.get("name").asText().equals(name)) {
                return Files.readString(folder.resolve("data/allure-results")
                        .resolve(attachment.get("source").asText()));
            }
        }
        throw new AssertionError("no attachment " + name + " in " + owner);
    }

    @Test
    void theRunCameToEveryVerdict() {
        assertThat(run.trials())
                .extracting(trial -> trial.verdict())
                .containsExactly(
                        Verdict.PASS,
                        Verdict.FAIL,
                        Verdict.INCONCLUSIVE,
                        Verdict.PASS,
                        Verdict.INCONCLUSIVE,
                        Verdict.NONE,
                        Verdict.ERROR,
                        Verdict.NOT_APPLICABLE);
    }

    @Test
    void nothingIsPrinted() {
        assertThat(printed).isEmpty();
    }

    @Nested
    class Status {

        @Test
        void isOursForEveryVerdict() {
            Map<String, String> statuses = new LinkedHashMap<>();
            RESULTS.forEach(
                    (name, node) -> statuses.put(name, node.path("status").asText("unknown")));
            assertThat(statuses)
                    .containsOnly(
                            Map.entry("静水定深", "passed"),
                            Map.entry("不超过额定深度", "failed"),
                            Map.entry("精细定深", "unknown"),
                            Map.entry("停止", "passed"),
                            Map.entry("深度未稳定", "unknown"),
                            Map.entry("无判定", "unknown"),
                            Map.entry("装置出错", "broken"),
                            Map.entry("履带制动", "skipped"),
                            Map.entry("中断之后", "unknown"));
        }

        @Test
        void saysWhy() {
            assertThat(RESULTS.get("静水定深").path("statusDetails").isMissingNode())
                    .isTrue();
            assertThat(message("不超过额定深度"))
                    .isEqualTo("不合格: "
                            + run.trials().get(1).judgements().get(0).reason().zh());
            assertThat(message("精细定深"))
                    .isEqualTo("无法判定: "
                            + run.trials().get(2).judgements().get(0).reason().zh());
            assertThat(message("深度未稳定")).isEqualTo("无法判定: 信号 depth 未能在 5 s 内稳定在 9.0 m");
            assertThat(message("无判定")).isEqualTo("未判定: 该场景未作任何判定");
            assertThat(message("装置出错")).isEqualTo("错误: 测试装置错误: a defect of ${env:BROKER}");
            assertThat(message("履带制动")).isEqualTo("不适用: UW-S08: ICS U-CRAWLER (具备坐底行走) = 否");
            assertThat(message("中断之后")).isEqualTo("未判定: 运行已中断，该场景未执行");
        }

        @Test
        void ofAStepIsThatOfItsJudgement() {
            assertThat(RESULTS.get("不超过额定深度").get("steps"))
                    .extracting(step -> step.get("status").asText())
                    .containsExactly("passed", "passed", "failed", "passed");
            assertThat(RESULTS.get("精细定深").at("/steps/2").path("status").isMissingNode())
                    .isTrue();
            assertThat(RESULTS.get("履带制动").at("/steps/0/status").asText()).isEqualTo("skipped");
        }

        @Test
        void standsAtStepsThatReadLikeTheFeature() {
            assertThat(RESULTS.get("静水定深").get("steps"))
                    .extracting(step -> step.get("name").asText())
                    .containsExactly(
                            "假如 设备处于水中",
                            "当 观察 8 s",
                            "而且 测量 \"depth-hold-p95\"：深度偏离 4.0 m",
                            "那么 \"depth-hold-p95\" 应符合限值");
        }

        @Test
        void hasTimesOfTheRun() {
            JsonNode first = RESULTS.get("静水定深");
            assertThat(first.get("start").asLong()).isEqualTo(1_795_161_600_000L);
            assertThat(first.get("stop").asLong()).isEqualTo(1_795_161_608_000L);
            assertThat(first.at("/steps/1/stop").asLong()).isEqualTo(1_795_161_608_000L);
        }

        @Test
        void isSortedIntoCategories() throws IOException {
            JsonNode categories = JSON.readTree(
                    folder.resolve("data/allure-results/categories.json").toFile());
            Map<String, String> found = new HashMap<>();
            RESULTS.forEach((name, result) -> categories.forEach(category -> {
                boolean fits = category.at("/matchedStatuses/0")
                                .asText()
                                .equals(result.path("status").asText("unknown"))
                        && Pattern.compile(category.get("messageRegex").asText(), Pattern.DOTALL)
                                .matcher(result.at("/statusDetails/message").asText())
                                .matches();
                if (fits) {
                    found.merge(name, category.get("name").asText(), (a, b) -> a + " and " + b);
                }
            }));
            assertThat(found)
                    .containsOnly(
                            Map.entry("不超过额定深度", "不合格"),
                            Map.entry("精细定深", "无法判定"),
                            Map.entry("深度未稳定", "无法判定"),
                            Map.entry("无判定", "未判定"),
                            Map.entry("中断之后", "未判定"),
                            Map.entry("装置出错", "测试装置或试验台错误"),
                            Map.entry("履带制动", "不适用"));
        }
    }

    @Nested
    class Labels {

        @Test
        void sayWhereTheScenarioStandsInTheStandard() {
            assertThat(labels("静水定深", "epic")).containsExactly("水下机器人测试草案");
            assertThat(labels("静水定深", "parentSuite")).containsExactly("水下机器人测试草案");
            assertThat(labels("静水定深", "suite")).containsExactly("定深");
            assertThat(labels("静水定深", "feature")).containsExactly("第 6.2 条");
            assertThat(labels("静水定深", "story")).containsExactly("UW-A02 定深偏差不应超过限值。");
            assertThat(labels("静水定深", "tag")).containsExactly("UW-A02");
        }

        @Test
        void nameEveryRequirementOfAScenario() {
            assertThat(labels("停止", "feature")).containsExactly("第 7.1 条", "第 6.2 条");
            assertThat(labels("停止", "story")).containsExactly("UW-S01 收到停止命令应及时停止。", "UW-A02 定深偏差不应超过限值。");
        }

        @Test
        void takeTheSeverityFromTheModality() {
            assertThat(labels("静水定深", "severity")).containsExactly("critical");
            assertThat(labels("精细定深", "severity")).containsExactly("normal");
            assertThat(labels("无判定", "severity")).containsExactly("trivial");
            assertThat(labels("中断之后", "severity")).containsExactly("critical");
        }

        @Test
        void comeWithLinksToSourcesThatHaveOne() {
            assertThat(RESULTS.get("静水定深").get("links")).singleElement().satisfies(link -> {
                assertThat(link.get("name").asText()).isEqualTo("OASIS MQTT");
                assertThat(link.get("url").asText()).isEqualTo("https://docs.oasis-open.org/mqtt/v3.1.1/");
            });
        }
    }

    @Nested
    class ParametersOfATrial {

        @Test
        void holdTheNumbersAndWhatTheyWereMeasuredWith() {
            String measured =
                    run.trials().get(0).judgements().get(0).measurement().toString();
            assertThat(measured).matches("0\\.0\\d\\d m ± 0\\.012 m \\(k = 2(\\.\\d+, ν = \\d+)?\\)");
            assertThat(parameters("静水定深"))
                    .containsExactly(
                            Map.entry("depth-hold-p95 测量值", measured),
                            Map.entry("depth-hold-p95 限值", "≤ 0.1 m"),
                            Map.entry("depth-hold-p95 上限规定", "0.10"),
                            Map.entry("depth-hold-p95 判定规则", "保护带接受(w = U)"),
                            Map.entry(
                                    "depth-hold-p95 保护带与风险",
                                    "限值 ≤ 0.1 m，保护带接受(w = U)，保护带 w = 0.012 m；误收概率 < 0.0001 %。"),
                            Map.entry("depth-hold-p95 结论", "合格"),
                            Map.entry("受试设备", "海准 HZ-1, SN-0007"),
                            Map.entry("运行方式", "virtual"),
                            Map.entry("随机种子", "42"));
        }

        @Test
        void showWhatALimitRefersTo() {
            assertThat(parameters("停止"))
                    .containsEntry("stop-time 限值", "≤ 1.5 s")
                    .containsEntry("stop-time 上限规定", "ixit(heartbeat-time-out) + 0.5 s")
                    .containsEntry("stop-time 测量值", "0.790 s ± 0.012 s (k = 2)");
        }
    }

    @Nested
    class Plot {

        private Document plot(String scenario, int step, String limit) throws Exception {
            String svg = attachment(RESULTS.get(scenario).at("/steps/" + step), limit + " 曲线");
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        }

        private static List<Element> elements(Document plot, String tag, String kind) {
            NodeList nodes = plot.getElementsByTagName(tag);
            return Stream.iterate(0, i -> i + 1)
                    .limit(nodes.getLength())
                    .map(i -> (Element) nodes.item(i))
                    .filter(element -> element.getAttribute("class").equals(kind))
                    .toList();
        }

        private static List<String> words(Document plot) {
            return elements(plot, "text", "").stream()
                    .map(Element::getTextContent)
                    .toList();
        }

        @Test
        void ofAHoldShowsTheBandRoundTheSetPoint() throws Exception {
            Document plot = plot("静水定深", 3, "depth-hold-p95");
            assertThat(words(plot))
                    .contains(
                            "UW-A02 depth-hold-p95: 合格",
                            "时间(自运行开始) / s",
                            "depth / m",
                            "设定值 4 m",
                            "+ 0.1 m",
                            "− 0.1 m",
                            "上限 0.1 m",
                            "depth 偏离 4 m 的第 95 百分位 / m");
            assertThat(elements(plot, "rect", "band")).hasSize(1);
            assertThat(elements(plot, "line", "limit")).hasSize(3);
            assertThat(elements(plot, "polyline", "curve")).singleElement().satisfies(curve -> assertThat(
                            curve.getAttribute("points").split(" "))
                    .hasSizeGreaterThan(400));
        }

        @Test
        void ofALargestValueShowsTheLimitAsALine() throws Exception {
            Document plot = plot("不超过额定深度", 2, "depth-max");
            assertThat(words(plot)).contains("UW-S05 depth-max: 不合格", "上限 3.9 m");
            assertThat(elements(plot, "line", "limit")).hasSize(2);
            assertThat(elements(plot, "rect", "band")).isEmpty();
        }

        @Test
        void ofAReactionShowsTheStateAndTheLatestTime() throws Exception {
            Document plot = plot("停止", 1, "stop-time");
            assertThat(words(plot)).contains("depth-hold", "stopped", "上限 1.5 s", "停止的反应时间 / s");
            assertThat(elements(plot, "line", "limit")).hasSize(2);
        }

        @Test
        void isNotMadeWhereNothingWasMeasured() {
            assertThat(RESULTS.get("深度未稳定").at("/steps/0/attachments")).isEmpty();
            assertThat(RESULTS.get("无判定").get("attachments")).isEmpty();
        }
    }

    @Nested
    class RecordOfATrial {

        @Test
        void holdsSamplesAndFaultyFramesInOrder() throws IOException {
            List<String> rows =
                    attachment(RESULTS.get("静水定深"), "试验时段记录").lines().toList();
            assertThat(rows.get(0)).isEqualTo("time_s,kind,name,value,unit");
            assertThat(rows).contains("0.100000000,fault,nav,\"checksum expected 5A, is 5B; ${env:BROKER}\",");
            assertThat(rows).filteredOn(row -> row.contains(",sample,depth,")).hasSize(401);
            assertThat(rows.subList(1, rows.size()))
                    .isSortedAccordingTo((a, b) ->
                            Double.compare(Double.parseDouble(a.split(",")[0]), Double.parseDouble(b.split(",")[0])));
        }

        @Test
        void holdsCommands() throws IOException {
            assertThat(attachment(RESULTS.get("停止"), "试验时段记录").lines()).contains("20.000000000,command,stop,,");
        }
    }

    @Test
    void noSecretIsWritten() throws IOException {
        for (Path file : results("")) {
            assertThat(file).content().doesNotContain("pass-9431");
        }
    }

    @Nested
    class Page {

        private static String page() throws IOException {
            return Files.readString(folder.resolve("data/allure-report/index.html"));
        }

        private static Map<String, String> data() throws IOException {
            Map<String, String> data = new HashMap<>();
            Matcher matcher = Pattern.compile("d\\('([^']+)','([^']*)'\\)").matcher(page());
            while (matcher.find()) {
                data.put(
                        matcher.group(1),
                        new String(Base64.getDecoder().decode(matcher.group(2)), StandardCharsets.UTF_8));
            }
            return data;
        }

        @Test
        void holdsEverythingInChinese() throws IOException {
            Map<String, String> data = data();
            assertThat(page()).contains("<html dir=\"ltr\" lang=\"zh\">", "UW 符合性试验 20261120T080000Z-underwater");
            assertThat(data.get("data/suites.json")).contains("水下机器人测试草案", "静水定深");
            assertThat(data.get("data/categories.json")).contains("无法判定", "不合格", "不适用", "测试装置或试验台错误");
            assertThat(data.get("data/requirements.json"))
                    .contains("7.1 UW-S01 收到停止命令应及时停止。", "6.2 UW-A02 定深偏差不应超过限值。")
                    .doesNotContain("7.1 UW-A02");
            assertThat(data.get("widgets/environment.json")).contains("受试设备", "海准 HZ-1", "水下装备检测中心", "王工");
            assertThat(data.values()).anyMatch(file -> file.startsWith("<svg") && file.contains("设定值 4 m"));
        }

        @Test
        void countsInconclusiveApartFromPassedAndSkipped() throws IOException {
            JsonNode statistic =
                    JSON.readTree(data().get("widgets/summary.json")).get("statistic");
            assertThat(statistic.get("passed").asInt()).isEqualTo(2);
            assertThat(statistic.get("failed").asInt()).isEqualTo(1);
            assertThat(statistic.get("broken").asInt()).isEqualTo(1);
            assertThat(statistic.get("skipped").asInt()).isEqualTo(1);
            assertThat(statistic.get("unknown").asInt()).isEqualTo(4);
        }

        @Test
        void loadsNothingFromTheNetwork() throws IOException {
            String page = page();
            assertThat(page).doesNotContain("googletagmanager", "gtag(");
            assertThat(Pattern.compile("(?:src|href)=\"(?!data:)").matcher(page).find())
                    .isFalse();
        }
    }

    @Nested
    class InEnglish {

        @Test
        void everythingOfOursIsEnglish(@TempDir Path english) throws IOException {
            AllureReport report = AllureReport.in(Language.EN);
            Run run = new CucumberRun(standard, FEATURE, english).with(report);
            assertThat(environment(english)).doesNotContainKeys("run", "incident 1");
            report.runFinished(new Run(
                    run.plan(),
                    run.duration(),
                    run.trials(),
                    run.requirements(),
                    List.of(new Text("桩", "the broker stopped")),
                    true));
            String page = Files.readString(english.resolve("data/allure-report/index.html"));
            assertThat(page).contains("lang=\"en\"", "unknown: 'Inconclusive or not judged'", "UW conformance test");
            assertThat(Files.readString(english.resolve("data/allure-results/categories.json")))
                    .contains("Harness or bench error", "\\\\Qinconclusive: \\\\E.*");
            assertThat(environment(english))
                    .containsEntry("run", "did not go to its end")
                    .containsEntry("incident 1", "the broker stopped")
                    .containsEntry("serial number", "SN-0007")
                    .containsEntry("laboratory", "水下装备检测中心")
                    .containsEntry("firmware", "1.2.3")
                    .containsEntry("revision", "2026-11")
                    .containsEntry("driver", "virtual")
                    .containsEntry("seed", "42");
        }

        private static Properties environment(Path folder) throws IOException {
            Properties environment = new Properties();
            try (InputStream in = Files.newInputStream(folder.resolve("data/allure-results/environment.properties"))) {
                environment.load(in);
            }
            return environment;
        }
    }

    @Nested
    class WithoutAFolder {

        @Test
        void nothingIsDone() {
            Run unkept = new CucumberRun(standard, FEATURE, null).with(AllureReport.in(Language.ZH));
            assertThat(unkept.trials()).hasSize(8);
        }

        @Test
        void thatCanBeWrittenTheRunGoesOnAndTheErrorComesLast(@TempDir Path blocked) throws IOException {
            Files.createDirectories(blocked.resolve("data"));
            Files.writeString(blocked.resolve("data/allure-results"), "a file is in the way");
            HarnessException error =
                    catchThrowableOfType(HarnessException.class, () -> new CucumberRun(standard, FEATURE, blocked)
                            .with(AllureReport.in(Language.ZH)));
            assertThat(error.message(Language.ZH))
                    .startsWith("Allure 结果未能完整写入 " + blocked.resolve("data/allure-results") + ": ")
                    .endsWith("；请检查磁盘空间和写权限后重新运行");
        }
    }
}
