package org.plumbline.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.results.Results;
import org.plumbline.results.Software;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.run.TrialResult;
import org.plumbline.standard.StandardFile;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * One run that comes to every verdict, each in one scenario and one requirement, written in every form and read back as a
 * stranger reads it.
 */
class EveryVerdictTest {

    private static final String STANDARD = """
            standard: EV
            title: {zh: 各种结论, en: Every verdict}
            level: local
            stage: consultation
            revision: 2026-11
            leads: [{organisation: {zh: 某委员会, en: A committee}, role: lead}]
            sources: ["GB/T 36896.1-2018"]
            ics:
              U-CRAWLER: {zh: 具备坐底行走, en: crawls on the seabed}
            requirements:
              - {id: EV-1, clause: "1", modality: shall, applies: U-CRAWLER, text: {zh: 不适用。, en: Does not apply.}}
              - {id: EV-2, clause: "2", modality: shall, text: {zh: 未判定。, en: Is not judged.}}
              - {id: EV-3, clause: "3", modality: shall, text: {zh: 合格。, en: Passes.},
                 limits: {deep: {max: 5.0, unit: m, basis: proposal}}, challenged-by: [x]}
              - {id: EV-4, clause: "4", modality: shall, text: {zh: 无法判定。, en: Stays open.},
                 limits: {open: {max: 5.0, unit: m, basis: proposal}}, challenged-by: [x]}
              - {id: EV-5, clause: "5", modality: shall, text: {zh: 不合格。, en: Fails.},
                 limits: {shallow: {max: 3.9, unit: m, basis: proposal}}, challenged-by: [x]}
              - {id: EV-6, clause: "6", modality: shall, text: {zh: 错误。, en: Breaks.},
                 limits: {broken: {max: 5.0, unit: m, basis: proposal}}, challenged-by: [x]}
            """;

    private static final String FEATURE = """
            # language: zh-CN
            功能: 各种结论

              @EV-1
              场景: not-applicable
                假如 设备处于水中

              @EV-2
              场景: none
                假如 设备处于水中

              @EV-3
              场景: pass
                当 观察 4 s
                而且 测量 "deep"：深度的最大值
                那么 "deep" 应符合限值

              @EV-4
              场景: inconclusive
                假如 深度稳定在 9.0 m
                那么 "open" 应符合限值

              @EV-5
              场景: fail
                当 观察 4 s
                而且 测量 "shallow"：深度的最大值
                那么 "shallow" 应符合限值

              @EV-6
              场景: error
                假如 装置有缺陷
                那么 "broken" 应符合限值
            """;

    private static final Map<String, String> CATEGORIES = Map.of(
            "Nonconforming (fail)", "fail",
            "Inconclusive", "inconclusive",
            "Not judged (none)", "none",
            "Harness or bench error", "error",
            "Not applicable", "not-applicable");

    @TempDir
    static Path folder;

    private static Run run;

    @BeforeAll
    static void runs() throws IOException {
        Path file = Files.writeString(folder.resolve("standard.yaml"), STANDARD);
        run = new CucumberRun(StandardFile.read(file), FEATURE, folder).with(AllureReport.in(Language.EN));
        Results.write(run, Software.here(), folder.resolve("data"), Language.EN);
    }

    private static String requirement(Verdict verdict) {
        return "EV-" + (verdict.ordinal() + 1);
    }

    private static String scenario(Verdict verdict) {
        return run.plan().scenarios().get(verdict.ordinal()).id();
    }

    private static Verdict only(List<String> keys) {
        assertThat(keys).hasSize(1);
        return Verdict.ofKey(keys.get(0));
    }

    @Test
    void theRunCameToEachOfThem() {
        assertThat(run.requirements()).extracting(RequirementResult::verdict).containsExactly(Verdict.values());
        assertThat(run.trials()).extracting(TrialResult::verdict).containsExactly(Verdict.values());
        assertThat(run.verdict()).isEqualTo(Verdict.ERROR);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void comesBackFromResultsJson(Verdict verdict) throws IOException {
        JsonNode written = new ObjectMapper()
                .readTree(folder.resolve("data/results.json").toFile())
                .at("/runs/0");
        assertThat(verdictOf(written.path("requirements"), "id", requirement(verdict)))
                .isEqualTo(verdict);
        List<String> trials = new ArrayList<>();
        written.path("trials").forEach(trial -> {
            if (trial.path("scenario").asText().equals(scenario(verdict))) {
                trials.add(trial.path("verdict").asText());
            }
        });
        assertThat(only(trials)).isEqualTo(verdict);
    }

    private static Verdict verdictOf(JsonNode entries, String key, String value) {
        List<String> found = new ArrayList<>();
        entries.forEach(entry -> {
            if (entry.path(key).asText().equals(value)) {
                found.add(entry.path("verdict").asText());
            }
        });
        return only(found);
    }

    /** From the element and its type alone: few readers look at properties. They are asked, too. */
    @ParameterizedTest
    @EnumSource(Verdict.class)
    void comesBackFromJunitXml(Verdict verdict) throws Exception {
        Element testCase = testCase(requirement(verdict));
        List<Element> outcomes = elements(testCase, List.of("skipped", "failure", "error"));
        assertThat(outcomes.isEmpty() ? "pass" : outcomes.get(0).getAttribute("type"))
                .isEqualTo(verdict.key());
        assertThat(outcomes)
                .extracting(Element::getTagName)
                .isEqualTo(
                        switch (verdict) {
                            case PASS -> List.of();
                            case NOT_APPLICABLE, NONE, INCONCLUSIVE -> List.of("skipped");
                            case FAIL -> List.of("failure");
                            case ERROR -> List.of("error");
                        });
        assertThat(elements(testCase, List.of("property")))
                .filteredOn(each -> each.getAttribute("name").equals("plumbline.verdict"))
                .extracting(each -> each.getAttribute("value"))
                .containsExactly(verdict.key());
    }

    private static Element testCase(String requirement) throws Exception {
        String xml = Files.readString(folder.resolve("data/results/junit.xml"));
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        return elements(root, List.of("testcase")).stream()
                .filter(each -> each.getAttribute("name").startsWith(requirement + " "))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> elements(Element in, List<String> names) {
        List<Element> found = new ArrayList<>();
        for (String name : names) {
            NodeList nodes = in.getElementsByTagName(name);
            for (int i = 0; i < nodes.getLength(); i++) {
                Node node = nodes.item(i);
                found.add((Element) node);
            }
        }
        return found;
    }

    /** The requirement's own row, and that of the trial. */
    @ParameterizedTest
    @EnumSource(Verdict.class)
    void comesBackFromTheTable(Verdict verdict) throws IOException {
        List<List<String>> rows = Files.readString(folder.resolve("data/results/traceability.csv"))
                .replace("\uFEFF", "")
                .lines()
                .map(EveryVerdictTest::cells)
                .toList();
        int column = rows.get(0).indexOf("verdict");
        int scenario = rows.get(0).indexOf("scenario");
        List<List<String>> own = rows.stream()
                .filter(row -> row.get(0).equals(requirement(verdict)))
                .toList();
        assertThat(only(own.stream()
                        .filter(row -> row.get(scenario).isEmpty())
                        .map(row -> row.get(column))
                        .toList()))
                .isEqualTo(verdict);
        List<String> trials = own.stream()
                .filter(row -> row.get(scenario).endsWith(" " + verdict.key()))
                .map(row -> row.get(column))
                .toList();
        assertThat(only(trials)).isEqualTo(verdict);
    }

    private static List<String> cells(String row) {
        Matcher cell =
                Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))").matcher(row);
        List<String> cells = new ArrayList<>();
        while (cell.find()) {
            cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
        }
        return cells;
    }

    /** As Allure's own generator sorts the results into our categories; what is in none of them it counts as passed. */
    @ParameterizedTest
    @EnumSource(Verdict.class)
    void comesBackFromAllure(Verdict verdict) throws IOException {
        List<String> categories = new ArrayList<>();
        new ObjectMapper()
                .readTree(data("data/categories.json"))
                .path("children")
                .forEach(category -> leaves(category).stream()
                        .filter(leaf -> leaf.path("name").asText().equals(verdict.key()))
                        .forEach(leaf -> categories.add(
                                CATEGORIES.get(category.path("name").asText()))));
        List<String> passed = leaves(new ObjectMapper().readTree(data("data/suites.json"))).stream()
                .filter(leaf -> leaf.path("name").asText().equals(verdict.key()))
                .map(leaf -> leaf.path("status").asText())
                .filter(status -> status.equals("passed"))
                .map(status -> "pass")
                .toList();
        categories.addAll(passed);
        assertThat(only(categories)).isEqualTo(verdict);
    }

    private static List<JsonNode> leaves(JsonNode node) {
        if (!node.has("children")) {
            return List.of(node);
        }
        List<JsonNode> leaves = new ArrayList<>();
        node.path("children").forEach(child -> leaves.addAll(leaves(child)));
        return leaves;
    }

    private static String data(String name) throws IOException {
        String page = Files.readString(folder.resolve("data/allure-report/index.html"));
        Map<String, String> data = new LinkedHashMap<>();
        Matcher matcher = Pattern.compile("d\\('([^']+)','([^']*)'\\)").matcher(page);
        while (matcher.find()) {
            data.put(
                    matcher.group(1), new String(Base64.getDecoder().decode(matcher.group(2)), StandardCharsets.UTF_8));
        }
        return data.get(name);
    }
}
