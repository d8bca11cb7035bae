package org.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.channel.PluginOrigin;
import org.plumbline.run.Run;
import org.plumbline.standard.Modality;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

class ResultsJsonTest {

    private static final String DIGEST = "0a".repeat(32);
    private static final Software SOFTWARE = new Software(
            "1.2.3",
            "Vendor 17",
            "Linux",
            List.of(
                    new PluginOrigin("codec c", "acme.jar", DIGEST),
                    new PluginOrigin("codec other", "other.jar", DIGEST),
                    new PluginOrigin("transport t", "acme.jar", DIGEST)));

    @TempDir
    Path folder;

    private JsonNode written(Run run) throws IOException {
        Path file = folder.resolve("results.json");
        ResultsJson.write(run, SOFTWARE, file);
        return ResultsSchema.read(Files.readAllBytes(file));
    }

    @Nested
    class HoldsWhatTheRunCameTo {

        @Test
        void planDeviceAndBench() throws IOException {
            JsonNode plan = written(SampleRun.of(Verdict.PASS)).at("/runs/0/plan");
            assertThat(plan.path("id").asText()).isEqualTo(SampleRun.ID);
            assertThat(plan.path("started").asText()).isEqualTo("2026-11-03T08:15:30.250Z");
            assertThat(plan.path("driver").asText()).isEqualTo("virtual");
            assertThat(plan.at("/standard/title/zh").asText()).isEqualTo("水池");
            assertThat(plan.at("/device/serialNumber").asText()).isEqualTo("SN-1");
            assertThat(plan.at("/device/ixit/time-out").toString()).isEqualTo("{\"value\":5.0,\"unit\":\"s\"}");
            assertThat(plan.at("/bench/operator").asText()).isEqualTo("Li Lei");
            assertThat(plan.at("/bench/seed").asLong()).isEqualTo(42);
            assertThat(plan.at("/bench/simulation/faults/0").asText()).isEqualTo("depth-limit-cycle");
            assertThat(plan.at("/bench/instruments/0/calibration").toString())
                    .isEqualTo("{\"certificate\":\"C-1\",\"due\":\"2027-03-01\",\"expandedUncertainty\":0.01,"
                            + "\"unit\":\"m\",\"coverageFactor\":2.0}");
            assertThat(plan.at("/bench/instruments/1/calibration").isNull()).isTrue();
            assertThat(plan.path("software").toString())
                    .isEqualTo("{\"plumbline\":\"1.2.3\",\"java\":\"Vendor 17\",\"os\":\"Linux\",\"plugins\":["
                            + "{\"jar\":\"acme.jar\",\"sha256\":\"" + DIGEST
                            + "\",\"transports\":[\"t\"],\"codecs\":[\"c\"]},{\"jar\":\"other.jar\",\"sha256\":\""
                            + DIGEST
                            + "\",\"transports\":[],\"codecs\":[\"other\"]}]}");
        }

        @Test
        void everyNumberOfAJudgement() throws IOException {
            JsonNode judgement = written(SampleRun.of(Verdict.INCONCLUSIVE)).at("/runs/0/trials/0/judgements/0");
            assertThat(judgement.toString())
                    .isEqualTo("{\"time\":7000000000,\"requirement\":\"TK-A01\",\"limit\":\"hold-p95\",\"measurement\":"
                            + "{\"quantity\":{\"zh\":\"深度偏差\",\"en\":\"depth deviation\"},\"value\":-0.095,\"unit\":\"m\","
                            + "\"atLeast\":false,\"expandedUncertainty\":0.02,\"coverageFactor\":2.0,"
                            + "\"below\":0.02,\"above\":0.02,"
                            + "\"combinedUncertainty\":0.01,\"degreesOfFreedom\":null,\"coverage\":0.9545,\"monteCarlo\":null,\"budget\":["
                            + "{\"name\":{\"zh\":\"给出的不确定度\",\"en\":\"uncertainty as stated\"},\"evaluation\":\"B\","
                            + "\"distribution\":\"normal\",\"standardUncertainty\":0.01,\"degreesOfFreedom\":null,"
                            + "\"sensitivity\":1.0,\"component\":0.01,\"share\":1.0}],\"from\":1000000000,"
                            + "\"to\":6000000000,\"samples\":500,\"signals\":[\"depth\",\"true-depth\"],\"undeclared\":[]},\"tolerance\":"
                            + "{\"min\":-0.1,\"max\":0.1,\"unit\":\"m\",\"inclusive\":true,\"rule\":\"guarded\",\"multiple\":1.0},"
                            + "\"guardBand\":0.02,\"risk\":{\"falseAcceptance\":0.30853753872598677,"
                            + "\"falseRejection\":0.6914624612740132,\"global\":null},\"statement\":null,\"tooCoarse\":false,\"verdict\":\"inconclusive\","
                            + "\"reason\":{\"zh\":\"理由\",\"en\":\"the reason\"}}");
        }

        @Test
        void whatTheRuleSaysAndWhetherAnythingCouldHavePassed() throws IOException {
            Run run = SampleRun.with(SampleRun.of(Verdict.INCONCLUSIVE), SampleRun.conditional("TK-A01"));
            JsonNode judgement = written(run).at("/runs/0/trials/0/judgements/0");
            assertThat(judgement.path("statement").asText()).isEqualTo("conditional-fail");
            assertThat(judgement.path("tooCoarse").asBoolean()).isTrue();
            assertThat(judgement.path("verdict").asText()).isEqualTo("inconclusive");
        }

        @Test
        void noUncertaintyWhereNoneIsKnown() throws IOException {
            Judgement simple = SampleRun.judgement(
                    "TK-A01",
                    SampleRun.measurement(0.05, 0.02).withUndeclared(List.of("depth")),
                    SampleRun.tolerance().under(DecisionRule.SIMPLE),
                    Verdict.PASS);
            JsonNode document = written(SampleRun.with(SampleRun.of(Verdict.PASS), simple));
            JsonNode judgement = document.at("/runs/0/trials/0/judgements/0");
            assertThat(judgement.at("/measurement/expandedUncertainty").isNull())
                    .isTrue();
            assertThat(judgement.at("/measurement/below").isNull()).isTrue();
            assertThat(judgement.at("/measurement/above").isNull()).isTrue();
            assertThat(judgement.at("/measurement/undeclared").toString()).isEqualTo("[\"depth\"]");
            assertThat(judgement.at("/measurement/budget")).hasSize(1);
            assertThat(judgement.path("risk").isNull()).isTrue();
            assertThat(ResultsSchema.check(document)).isEmpty();
        }

        @Test
        void verdictsOfRequirementsAndRun() throws IOException {
            JsonNode run = written(SampleRun.of(Verdict.values())).at("/runs/0");
            assertThat(run.path("verdict").asText()).isEqualTo("error");
            assertThat(run.path("exitCode").asInt()).isEqualTo(4);
            assertThat(run.path("fullyVerified").asBoolean(true)).isFalse();
            assertThat(run.path("duration").asLong()).isEqualTo(61_500_000_000L);
            assertThat(run.path("requirements").findValuesAsText("verdict"))
                    .containsExactly("not-applicable", "none", "pass", "inconclusive", "fail", "error");
            assertThat(run.at("/requirements/4").toString())
                    .isEqualTo(
                            "{\"id\":\"TK-A05\",\"clause\":\"6.5\",\"class\":\"basic\",\"modality\":\"shall\",\"text\":"
                                    + "{\"zh\":\"应保持深度\",\"en\":\"shall hold its depth\"},\"verdict\":\"fail\",\"flips\":{\"attempts\":1,\"flips\":0,\"rate\":0.0},\"reasons\":"
                                    + "[{\"zh\":\"because of fail\",\"en\":\"because of fail\"}],\"trials\":[\"T005\"]}");
        }

        @Test
        void deviationsIncidentsAndInterruption() throws IOException {
            Run deviating = SampleRun.of(Verdict.FAIL, Modality.SHOULD, Text.same("too slow"));
            JsonNode run = written(SampleRun.with(deviating, List.of(new Text("通道中断", "lost")), true))
                    .at("/runs/0");
            assertThat(run.path("deviations").toString()).isEqualTo("[\"TK-A01\"]");
            assertThat(run.path("incidents").toString()).isEqualTo("[{\"zh\":\"通道中断\",\"en\":\"lost\"}]");
            assertThat(run.path("interrupted").asBoolean()).isTrue();
        }

        @Test
        void theSameBytesForTheSameRun() throws IOException {
            Run run = SampleRun.of(Verdict.values());
            Path file = folder.resolve("results.json");
            ResultsJson.write(run, SOFTWARE, file);
            byte[] first = Files.readAllBytes(file);
            ResultsJson.write(run, SOFTWARE, file);
            assertThat(Files.readAllBytes(file)).isEqualTo(first).doesNotContain('\r');
        }
    }

    @Nested
    class FitsThePublishedSchema {

        static Stream<Run> runs() {
            Run pass = SampleRun.of(Verdict.PASS);
            Run all = SampleRun.of(Verdict.values());
            return Stream.of(
                    pass,
                    all,
                    SampleRun.of(),
                    SampleRun.of(Verdict.NONE),
                    SampleRun.of(Verdict.FAIL, Modality.SHOULD, Text.same("too slow")),
                    SampleRun.with(pass, List.of(Text.same("lost")), false),
                    SampleRun.with(pass, List.of(), true),
                    SampleRun.with(
                            pass,
                            SampleRun.judgement(
                                    "TK-A01",
                                    SampleRun.measurement(Double.NaN, 0.02),
                                    SampleRun.tolerance(),
                                    Verdict.INCONCLUSIVE)),
                    SampleRun.with(
                            pass,
                            SampleRun.judgement(
                                    "TK-A01",
                                    SampleRun.measurement(Double.NEGATIVE_INFINITY, 0),
                                    SampleRun.tolerance(),
                                    Verdict.INCONCLUSIVE)),
                    SampleRun.with(pass, SampleRun.judgement("TK-A01", null, null, Verdict.INCONCLUSIVE)));
        }

        @ParameterizedTest
        @MethodSource("runs")
        void whateverCameOfTheRun(Run run) throws IOException {
            assertThat(ResultsSchema.check(written(run))).isEmpty();
        }

        @Test
        void whichIsASchemaOf202012ThatStandsAlone() {
            JsonNode schema = ResultsSchema.json();
            JsonSchema meta = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(SchemaLocation.of(schema.path("$schema").asText()));
            assertThat(meta.validate(schema)).isEmpty();
            assertThat(schema.path("$id").asText()).isEqualTo(ResultsSchema.ID);
            assertThat(schema.findValuesAsText("$ref")).hasSizeGreaterThan(50).allSatisfy(reference -> assertThat(
                            schema.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
            assertThat(schema.findValuesAsText("description"))
                    .hasSizeGreaterThan(50)
                    .allMatch(text -> text.matches("(?s).*\\p{IsHan}.* \\| .+"));
        }

        @Test
        void whichLeavesNoObjectOpen() {
            assertThat(ResultsSchema.json().findParents("properties").stream()
                            .filter(node -> node.has("type"))
                            .filter(node -> node.path("additionalProperties").asBoolean(true)
                                    || node.path("required").size()
                                            != node.path("properties").size()))
                    .isEmpty();
        }

        @Test
        void whichNamesEveryVerdict() {
            assertThat(ResultsSchema.json().at("/$defs/verdict/enum"))
                    .extracting(JsonNode::asText)
                    .containsExactly(
                            Stream.of(Verdict.values()).map(Verdict::key).toArray(String[]::new));
        }
    }

    @Nested
    class ABrokenOneIsRefused {

        static Stream<Arguments> mistakes() {
            return Stream.of(
                    mistake("/runs/0", run -> run.put("verdict", "passed")),
                    mistake("/runs/0", run -> run.put("exitCode", 0)),
                    mistake("/runs/0", run -> run.remove("trials")),
                    mistake("/runs/0", run -> run.put("note", "x")),
                    mistake("/runs/0", run -> run.put("duration", -1)),
                    mistake("/runs/0", run -> run.withArray("incidents")
                            .addObject()
                            .put("zh", "")
                            .put("en", "")),
                    mistake("/runs/0/plan", plan -> plan.put("started", "2026-11-03 08:15")),
                    mistake("/runs/0/plan", plan -> plan.put("driver", "dead")),
                    mistake("/runs/0/plan/bench/instruments/0", gauge -> gauge.remove("calibration")),
                    mistake("/runs/0/requirements/0", requirement -> requirement.put("modality", "must")),
                    mistake("/runs/0/trials/0", trial -> trial.put("attempt", 0)),
                    mistake("/runs/0/trials/0/steps/0", step -> step.put("reached", "yes")),
                    mistake("/runs/0/trials/0/judgements/0", judgement -> judgement.putNull("measurement")),
                    mistake("/runs/0/trials/0/judgements/0", judgement -> judgement.putNull("tolerance")),
                    mistake("/runs/0/trials/0/judgements/0", judgement -> judgement.putNull("guardBand")),
                    mistake("/runs/0/trials/0/judgements/0", judgement -> judgement.putNull("statement")),
                    mistake("/runs/0/trials/0/judgements/0", judgement -> judgement.put("statement", "perhaps")),
                    mistake("/runs/0/trials/0/judgements/0", judgement -> judgement.put("verdict", "none")),
                    mistake("/runs/0/trials/0/judgements/0/measurement", m -> m.put("value", "0.1")),
                    mistake("/runs/0/trials/0/judgements/0/measurement", m -> m.put("expandedUncertainty", -0.1)),
                    mistake("/runs/0/trials/0/judgements/0/tolerance", t -> t.put("rule", "generous")),
                    mistake("", document -> document.putArray("runs")),
                    mistake("", document -> document.put("schema", "https://example.org/")));
        }

        private static Arguments mistake(String at, Consumer<ObjectNode> change) {
            return Arguments.of(at, change);
        }

        @ParameterizedTest
        @MethodSource("mistakes")
        void byItsSchema(String at, Consumer<ObjectNode> change) throws IOException {
            JsonNode document = written(SampleRun.of(Verdict.FAIL));
            change.accept((ObjectNode) document.at(at));
            assertThat(ResultsSchema.check(document)).isNotEmpty();
        }

        @Test
        void withThePlaceAndTheRule() throws IOException {
            JsonNode document = written(SampleRun.of(Verdict.PASS));
            ((ObjectNode) document.at("/runs/0/requirements/0"))
                    .put("verdict", "good")
                    .put("note", "x");
            ((ArrayNode) document.at("/runs/0/deviations")).add(7);
            assertThat(ResultsSchema.check(document))
                    .containsExactlyInAnyOrder(
                            new Text(
                                    "$.runs[0].requirements[0].verdict 处不符合 JSON Schema 的规则 enum",
                                    "$.runs[0].requirements[0].verdict breaks the rule enum of its JSON Schema"),
                            new Text(
                                    "$.runs[0].requirements[0] 处不符合 JSON Schema 的规则 additionalProperties note",
                                    "$.runs[0].requirements[0] breaks the rule additionalProperties note of its JSON"
                                            + " Schema"),
                            new Text(
                                    "$.runs[0].deviations[0] 处不符合 JSON Schema 的规则 type",
                                    "$.runs[0].deviations[0] breaks the rule type of its JSON Schema"));
        }

        @Test
        void whereAKeyStandsTwice() {
            byte[] twice = "{\"verdict\": \"fail\", \"verdict\": \"pass\"}".getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> ResultsSchema.read(twice)).hasMessageContaining("Duplicate field 'verdict'");
        }
    }
}
