package org.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.run.Run;
import org.plumbline.standard.Modality;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitXmlTest {

    @TempDir
    Path folder;

    private Element written(Run run, Language language) throws Exception {
        Path file = folder.resolve("junit.xml");
        JunitXml.write(run, language, file);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    private static List<Element> all(Element in, String name) {
        NodeList nodes = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String property(Element in, String name) {
        return all(in, "property").stream()
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> outcomes(Element testCase) {
        List<Element> outcomes = new ArrayList<>();
        List.of("skipped", "failure", "error").forEach(name -> outcomes.addAll(all(testCase, name)));
        return outcomes;
    }

    /** From the outcome alone, without the properties, which few readers look at. */
    private static Verdict read(Element testCase) {
        List<Element> outcomes = outcomes(testCase);
        return outcomes.isEmpty() ? Verdict.PASS : Verdict.ofKey(outcomes.get(0).getAttribute("type"));
    }

    private String element(Verdict verdict, Modality modality) throws Exception {
        Element testCase = all(written(SampleRun.of(verdict, modality, Text.same("r")), Language.EN), "testcase")
                .get(0);
        assertThat(property(testCase, "plumbline.verdict")).isEqualTo(verdict.key());
        List<Element> outcomes = outcomes(testCase);
        assertThat(outcomes).hasSizeLessThan(2);
        return outcomes.isEmpty() ? "" : outcomes.get(0).getTagName();
    }

    @Nested
    class EveryVerdict {

        @ParameterizedTest
        @EnumSource(Verdict.class)
        void comesBackAsItself(Verdict verdict) throws Exception {
            Element testCase =
                    all(written(SampleRun.of(verdict), Language.EN), "testcase").get(0);
            assertThat(read(testCase)).isEqualTo(verdict);
            assertThat(property(testCase, "plumbline.verdict")).isEqualTo(verdict.key());
        }

        @ParameterizedTest
        @EnumSource(Verdict.class)
        void hasItsReasonUnlessItIsAPass(Verdict verdict) throws Exception {
            Element testCase =
                    all(written(SampleRun.of(verdict), Language.EN), "testcase").get(0);
            String message = verdict == Verdict.NONE ? "nothing was judged" : "because of " + verdict.key();
            assertThat(outcomes(testCase))
                    .extracting(outcome -> outcome.getAttribute("message"))
                    .isEqualTo(verdict == Verdict.PASS ? List.of() : List.of(message));
        }

        @Test
        void isCounted() throws Exception {
            Element suites = written(SampleRun.of(Verdict.values()), Language.EN);
            for (Element counted : List.of(suites, all(suites, "testsuite").get(0))) {
                assertThat(counted.getAttribute("tests")).isEqualTo("7");
                assertThat(counted.getAttribute("failures")).isEqualTo("1");
                assertThat(counted.getAttribute("errors")).isEqualTo("2");
                assertThat(counted.getAttribute("skipped")).isEqualTo("3");
                assertThat(counted.getAttribute("time")).isEqualTo("61.500");
            }
            assertThat(all(suites, "testcase")).hasSize(7);
        }
    }

    @Nested
    class ABuildServer {

        @ParameterizedTest
        @CsvSource({
            "none, skipped",
            "pass, ''",
            "inconclusive, skipped",
            "fail, failure",
            "error, error",
            "not-applicable, skipped"
        })
        void seesWhatCameOfARequirement(String verdict, String element) throws Exception {
            for (Modality modality : Modality.values()) {
                assertThat(element(Verdict.ofKey(verdict), modality)).isEqualTo(element);
            }
        }

        /** It takes skipped cases as passed. */
        @ParameterizedTest
        @EnumSource(
                value = Verdict.class,
                names = {"NONE", "INCONCLUSIVE"})
        void seesARunThatLeavesAShallUndecidedAsBroken(Verdict verdict) throws Exception {
            Element suites = written(SampleRun.of(verdict, Modality.SHALL, Text.same("r")), Language.ZH);
            List<Element> cases = all(suites, "testcase");
            assertThat(cases).extracting(it -> it.getAttribute("name")).containsExactly("TK-A01 应保持深度", "本次试验批次");
            assertThat(all(cases.get(1), "error")).singleElement().satisfies(error -> assertThat(
                            error.getAttribute("message"))
                    .isEqualTo("“应”类要求未能判定：TK-A01"));
            assertThat(read(cases.get(1))).isEqualTo(Verdict.INCONCLUSIVE);
        }

        @ParameterizedTest
        @EnumSource(Verdict.class)
        void isNotStoppedByAnUndecidedShouldOrMay(Verdict verdict) throws Exception {
            for (Modality modality : List.of(Modality.SHOULD, Modality.MAY)) {
                assertThat(all(written(SampleRun.withAPassedShall(verdict, modality), Language.EN), "testcase"))
                        .hasSize(2);
            }
        }

        /** Its exit code is that of a run that judged nothing. */
        @Test
        void seesARunToWhichNoShallAppliesAsBroken() throws Exception {
            List<Run> runs = List.of(
                    SampleRun.of(Verdict.NOT_APPLICABLE), SampleRun.of(Verdict.PASS, Modality.SHOULD, Text.same("r")));
            for (Run run : runs) {
                assertThat(run.verdict()).isEqualTo(Verdict.NONE);
                List<Element> cases = all(written(run, Language.EN), "testcase");
                assertThat(cases).hasSize(2);
                assertThat(all(cases.get(1), "error")).singleElement().satisfies(error -> assertThat(
                                error.getAttribute("message"))
                        .isEqualTo("no \"shall\" requirement applies, so the run has no verdict"));
            }
        }
    }

    @Nested
    class ATestCase {

        @Test
        void standsForARequirementUnderItsClause() throws Exception {
            Element suites = written(SampleRun.of(Verdict.FAIL, Modality.SHOULD, Text.same("r")), Language.ZH);
            Element testCase = all(suites, "testcase").get(0);
            assertThat(testCase.getAttribute("classname")).isEqualTo("tank.6.1");
            assertThat(testCase.getAttribute("name")).isEqualTo("TK-A01 应保持深度");
            assertThat(testCase.getAttribute("time")).isEqualTo("8.500");
            assertThat(property(testCase, "plumbline.requirement")).isEqualTo("TK-A01");
            assertThat(property(testCase, "plumbline.modality")).isEqualTo("should");
            assertThat(List.of(
                            "value",
                            "unit",
                            "U",
                            "U-below",
                            "U-above",
                            "k",
                            "nu",
                            "rule",
                            "guard-band",
                            "false-acceptance"))
                    .extracting(name -> property(testCase, "plumbline.hold-p95." + name))
                    .containsExactly("0.25", "m", "0.02", "0.02", "0.02", "2.0", "Infinity", "guarded", "0.02", "1.0");
            assertThat(Double.parseDouble(property(testCase, "plumbline.hold-p95.false-rejection")))
                    .as("fifteen standard deviations")
                    .isBetween(3.6e-51, 3.7e-51);
            assertThat(List.of("min", "max", "equality", "r", "statement", "too-coarse"))
                    .extracting(name -> property(testCase, "plumbline.hold-p95." + name))
                    .containsExactly("-0.1", "0.1", "inclusive", "1.0", "fail", "false");
            Element suite = all(suites, "testsuite").get(0);
            assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-03T08:15:30");
            assertThat(property(suite, "plumbline.run")).isEqualTo(SampleRun.ID);
        }

        @Test
        void hasBothEndsOfASkewedFigure() {
            assertThat(JudgedProperties.of(List.of(SampleRun.skewed("TK-A01"))))
                    .containsEntry("plumbline.hold-p95.U", "0.03")
                    .containsEntry("plumbline.hold-p95.U-below", "0.0125")
                    .containsEntry("plumbline.hold-p95.U-above", "0.03");
        }

        @Test
        void isAddedForWhatWentWrongWithTheBench() throws Exception {
            Run run = SampleRun.with(SampleRun.of(Verdict.PASS), List.of(Text.same("channel lost")), false);
            List<Element> cases = all(written(run, Language.EN), "testcase");
            assertThat(cases).extracting(JunitXmlTest::read).containsExactly(Verdict.PASS, Verdict.ERROR);
            assertThat(all(cases.get(1), "error").get(0).getAttribute("message"))
                    .isEqualTo("channel lost");
        }

        @Test
        void isAddedForAnInterruption() throws Exception {
            Run run = SampleRun.with(SampleRun.of(Verdict.PASS), List.of(), true);
            List<Element> cases = all(written(run, Language.EN), "testcase");
            assertThat(cases).extracting(JunitXmlTest::read).containsExactly(Verdict.PASS, Verdict.INCONCLUSIVE);
            assertThat(all(cases.get(1), "error").get(0).getAttribute("message"))
                    .isEqualTo("the run was interrupted by its user");
        }
    }

    @Nested
    class AnyText {

        @Test
        void canBeReadBack() throws Exception {
            Text nasty = Text.same("a<b>&\"c\" ]]> \u0000\u001B[31m\uFFFE\uD800 x\n深度 🤖");
            Element failure = all(written(SampleRun.of(Verdict.FAIL, Modality.SHALL, nasty), Language.EN), "failure")
                    .get(0);
            assertThat(failure.getAttribute("message")).isEqualTo("a<b>&\"c\" ]]> ��[31m�� x 深度 🤖");
            assertThat(failure.getTextContent()).isEqualTo("a<b>&\"c\" ]]> ��[31m�� x\n深度 🤖");
        }

        @Test
        void isLegalCharacterByCharacter() {
            assertThat(XmlText.legal("\t\n\r \uD7FF\uE000\uFFFD")).isEqualTo("\t\n\r \uD7FF\uE000\uFFFD");
            assertThat(XmlText.legal("\u0001\u0008\u000B\u000C\u001F\uDC00\uFFFF"))
                    .isEqualTo("�".repeat(7));
        }
    }

    @Test
    void writesUtf8WhateverThePlatformSays() throws IOException {
        Path file = folder.resolve("junit.xml");
        JunitXml.write(SampleRun.of(Verdict.PASS), Language.ZH, file);
        assertThat(file).content(StandardCharsets.UTF_8).contains("应保持深度");
    }
}
