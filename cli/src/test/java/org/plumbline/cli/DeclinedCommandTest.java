package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.run.Run;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** What a device refuses or does not answer did not happen: nothing is shown, and the capture says the same. */
@Timeout(120)
class DeclinedCommandTest {

    private static final String DIVE = "010601a40001";
    private static final String STOP = "010601a50000";
    private static final String REFUSAL = "  refusal: {channel: nav, function: 6, type: exception, uncertainty: 0.1 1}";

    @TempDir
    Path folder;

    /** @param answers to what is written; all else is echoed, and the depth is 1.5 m */
    private Run run(Map<String, String> answers, String more, String requirement) throws IOException {
        try (ModbusServer server = new ModbusServer(
                question -> question.startsWith("0103") ? "0103020096" : answers.getOrDefault(question, question))) {
            return new FaultBench(folder, """
                    channels:
                      nav: {transport: tcp, host: 127.0.0.1, port: %d, codec: modbus-tcp, response-timeout: 400 ms}
                    signals:
                      depth: {channel: nav, scale: 0.01, unit: m, period: 50 ms, uncertainty: 10 mm}
                    %s
                    commands:
                      dive: {channel: nav, register: 420, value: 1}
                      safe-state: {channel: nav, register: 421, value: 0}
                    """.formatted(server.port(), more)).run(requirement);
        }
    }

    private static void assertVerdict(Run run, String requirement, Verdict verdict) {
        assertThat(run.requirement(requirement).orElseThrow().verdict())
                .as(FaultBench.reasons(run, requirement).toString())
                .isEqualTo(verdict);
    }

    @Test
    void oneThatIsAcceptedIsJudged() throws IOException {
        Run run = run(Map.of(), "", "FL-08");
        assertVerdict(run, "FL-08", Verdict.PASS);
        assertThat(run.incidents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "018602, 异常码 2：无此地址, exception code 2: no such address",
        "0186, 应答无法识读, its answer cannot be read",
        "010601a40002, 应答的内容与所写的不同, its answer repeats something else than was written",
        "'', 单元 1 在 400 ms 内无应答, unit 1: no answer in 400 ms",
    })
    void oneThatIsNotAcceptedShowsNothing(String answer, String zh, String en) throws IOException {
        Run run = run(Map.of(DIVE, answer), "", "FL-08");
        assertVerdict(run, "FL-08", Verdict.INCONCLUSIVE);
        assertThat(FaultBench.reasons(run, "FL-08")).singleElement().satisfies(reason -> {
            assertThat(reason.zh()).endsWith("；设备未接受命令 dive（" + zh + "），不能据此判定");
            assertThat(reason.en()).endsWith("; command dive was not accepted by the device (" + en + "): not judged");
        });
    }

    /** It is no fail either that a device did not react to it. */
    @Test
    void noFailRestsOnOne() throws IOException {
        assertVerdict(run(Map.of(DIVE, "018603"), "", "FL-05"), "FL-05", Verdict.INCONCLUSIVE);
    }

    /** An acknowledgement (Modbus Application Protocol V1.1b3, clause 7) says that it is being done. */
    @Test
    void oneThatTakesLongIsAccepted() throws IOException {
        assertVerdict(run(Map.of(DIVE, "018605"), "", "FL-08"), "FL-08", Verdict.PASS);
    }

    /** FL-09 measures the code, FL-08 does not: that there is a signal for it shows nothing. */
    @ParameterizedTest
    @CsvSource({"FL-09, 018602, PASS", "FL-09, '', INCONCLUSIVE", "FL-08, 018602, INCONCLUSIVE"})
    void whoMeasuresTheExceptionCodeJudgesRefusals(String requirement, String answer, Verdict verdict)
            throws IOException {
        assertVerdict(run(Map.of(DIVE, answer), REFUSAL, requirement), requirement, verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "018604, 异常码 4：设备执行失败, exception code 4: the device failed to do it",
        "'', 单元 1 在 400 ms 内无应答, unit 1: no answer in 400 ms",
    })
    void aSafeStateThatIsNotAcceptedIsSaid(String answer, String zh, String en) throws IOException {
        Run run = run(Map.of(STOP, answer), REFUSAL, "FL-01");
        assertVerdict(run, "FL-01", Verdict.PASS);
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.incidents())
                .containsExactly(new Text(
                        "设备的安全状态命令已发出，但设备未接受（" + zh + "），设备可能仍在运动",
                        "the device's safe-state command went out but was not accepted (" + en
                                + "), it may still be moving"));
    }

    /** A link on which anything comes at any time: the answer names its command. */
    @Test
    void anAutopilotThatDeniesCommandsShowsNothingAndIsNotSafe() throws IOException {
        try (RefusingAutopilot autopilot = new RefusingAutopilot()) {
            Run run = new FaultBench(folder, """
                    channels:
                      nav: {transport: tcp, host: 127.0.0.1, port: %d, codec: mavlink}
                    signals:
                      depth: {channel: nav, message: VFR_HUD, field: alt, unit: m, uncertainty: 10 mm}
                    commands:
                      dive: {channel: nav, message: COMMAND_LONG, fields: {target_system: 1, command: 400, param1: 1}}
                      safe-state: {channel: nav, message: COMMAND_LONG, fields: {target_system: 1, command: 400}}
                    """.formatted(autopilot.port())).run("FL-08");
            assertVerdict(run, "FL-08", Verdict.INCONCLUSIVE);
            assertThat(FaultBench.reasons(run, "FL-08")).singleElement().satisfies(reason -> {
                assertThat(reason.zh()).endsWith("；设备未接受命令 dive（COMMAND_ACK 结果 2：拒绝），不能据此判定");
                assertThat(reason.en())
                        .endsWith("; command dive was not accepted by the device (COMMAND_ACK result 2: denied): not"
                                + " judged");
            });
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.incidents())
                    .containsExactly(new Text(
                            "设备的安全状态命令已发出，但设备未接受（COMMAND_ACK 结果 2：拒绝），设备可能仍在运动",
                            "the device's safe-state command went out but was not accepted (COMMAND_ACK result 2:"
                                    + " denied), it may still be moving"));
        }
    }
}
