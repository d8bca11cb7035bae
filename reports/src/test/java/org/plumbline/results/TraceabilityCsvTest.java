package org.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.run.Run;
import org.plumbline.standard.Modality;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

class TraceabilityCsvTest {

    private static final String HEAD =
            "\uFEFFrequirement,clause,modality,scenario,trial,attempt,limit,value,unit,U,U below,U above,k,"
                    + "nu,coverage,tolerance,rule,r,w,false acceptance,false rejection,statement,too coarse,verdict,reason zh,reason en";

    @TempDir
    Path folder;

    private List<String> rows(Run run) throws IOException {
        Path file = folder.resolve("traceability.csv");
        TraceabilityCsv.write(run, file);
        return List.of(Files.readString(file).split("\r\n"));
    }

    @Nested
    class HasARow {

        @Test
        void forARequirementAndForEachJudgement() throws IOException {
            assertThat(rows(SampleRun.of(Verdict.INCONCLUSIVE)))
                    .containsExactly(
                            HEAD,
                            "TK-A01,6.1,shall,,,,,,,,,,,,,,,,,,,,,inconclusive,because of inconclusive,because of inconclusive",
                            "TK-A01,6.1,shall,\"10-hold.zh-CN.feature:4 定深保持, \"\"甲\"\"\",T001,1,hold-p95,"
                                    + "-0.095,m,0.02,0.02,0.02,2.0,Infinity,0.9545,'-0.1 … 0.1 m,guarded,1.0,0.02,0.30853753872598677,0.6914624612740132,,,inconclusive,理由,the reason");
        }

        @Test
        void forAConditionalStatementAndATooCoarseInstrument() throws IOException {
            Run run = SampleRun.with(SampleRun.of(Verdict.INCONCLUSIVE), SampleRun.conditional("TK-A01"));
            assertThat(rows(run).get(2))
                    .contains("four-state,0.83,0.1079,")
                    .contains(",conditional-fail,true,inconclusive,");
        }

        @Test
        void forASkewedFigureWithBothEnds() throws IOException {
            Run run = SampleRun.with(SampleRun.of(Verdict.PASS), SampleRun.skewed("TK-A01"));
            List<String> head = List.of(HEAD.split(","));
            String[] cells =
                    rows(run).get(2).substring(rows(run).get(2).indexOf("T001")).split(",");
            int shift = head.indexOf("trial");
            assertThat(List.of("value", "U", "U below", "U above", "k"))
                    .extracting(name -> cells[head.indexOf(name) - shift])
                    .containsExactly("0.04", "0.03", "0.0125", "0.03", "2.4");
        }

        @Test
        void forATrialThatJudgedNothing() throws IOException {
            assertThat(rows(SampleRun.of(Verdict.ERROR)))
                    .containsExactly(
                            HEAD,
                            "TK-A01,6.1,shall,,,,,,,,,,,,,,,,,,,,,error,because of error,because of error",
                            "TK-A01,6.1,shall,\"10-hold.zh-CN.feature:4 定深保持, \"\"甲\"\"\",T001,1,,,,,,,,,,,,,,,,,,error,"
                                    + "because of error,because of error");
        }

        @Test
        void forARequirementThatDoesNotApply() throws IOException {
            assertThat(rows(SampleRun.of(Verdict.NOT_APPLICABLE)))
                    .containsExactly(
                            HEAD,
                            "TK-A01,6.1,shall,,,,,,,,,,,,,,,,,,,,,not-applicable,because of not-applicable,"
                                    + "because of not-applicable");
        }

        @Test
        void forAJudgementWithoutAMeasurement() throws IOException {
            Run run = SampleRun.with(
                    SampleRun.of(Verdict.INCONCLUSIVE),
                    SampleRun.judgement("TK-A01", null, null, Verdict.INCONCLUSIVE));
            assertThat(rows(run).get(2)).endsWith("T001,1,hold-p95,,,,,,,,,,,,,,,,,inconclusive,理由,the reason");
        }
    }

    @Nested
    class ATextCell {

        @ParameterizedTest
        @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "－1", "＋1", "＠x", " =1"})
        void neverBecomesAFormula(String formula) throws IOException {
            List<String> rows = rows(SampleRun.of(Verdict.FAIL, Modality.SHALL, Text.same(formula)));
            assertThat(rows.get(1)).endsWith(",fail,'" + formula + ",'" + formula);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {"a,b | \"a,b\"", "a\"b | \"a\"\"b\"", "a b | a b", "a=b | a=b"})
        void isQuotedWhereItHasTo(String text, String cell) {
            assertThat(new CsvRow().text(text).number(-1).toString()).isEqualTo(cell + ",-1\r\n");
        }

        @Test
        void keepsItsLineBreaks() {
            assertThat(new CsvRow().text("a\nb").text("c\r\nd").toString()).isEqualTo("\"a\nb\",\"c\r\nd\"\r\n");
            assertThat(new CsvRow().text("\t=1").toString()).isEqualTo("'\t=1\r\n");
        }
    }
}
