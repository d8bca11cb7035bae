package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Value;
import org.plumbline.run.Run;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.Frame;
import org.plumbline.timeline.Observation.FrameFault;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.verdict.Verdict;

/** Faults of a device on a serial line, each with its verdict and its sentence. */
@Timeout(120)
@EnabledIf(value = "org.plumbline.pty.PseudoTerminal#available", disabledReason = "this system has no pseudo-terminals")
class SerialFaultTest {

    @TempDir
    Path folder;

    private SerialDevice device;

    @AfterEach
    void close() {
        device.close();
    }

    private FaultBench bench(IntFunction<String> speech, String more) throws IOException {
        device = new SerialDevice(folder, speech);
        return new FaultBench(folder, """
                channels:
                  nav: {transport: serial, port: %s, codec: nmea-0183%s}
                signals:
                  depth: {channel: nav, sentence: DPT, field: 1, unit: m}
                """.formatted(device.port(), more));
    }

    private FaultBench bench(IntFunction<String> speech) throws IOException {
        return bench(speech, "");
    }

    private static Verdict verdict(Run run, String requirement) {
        return run.requirement(requirement).orElseThrow().verdict();
    }

    @Test
    void aCableThatIsPulledInMidFrameIsAnErrorOfTheBench() throws IOException {
        FaultBench bench = bench(SerialDevice::depths);
        Run run = bench.run(() -> device.later(500, () -> device.vanishAfter("$SDDPT,9", () -> {})), "FL-01");
        FaultBench.assertIncident(
                run, "通道 nav 中断: 串口断开（/dev/pts/", "channel nav was lost: the serial port is gone (/dev/pts/");
        assertThat(verdict(run, "FL-01")).isEqualTo(Verdict.ERROR);
        assertThat(FaultBench.frames(run)).last().isEqualTo("$SDDPT,9");
    }

    /** Half a frame from before and half a frame from after are not one frame. */
    @Test
    void aCableThatIsPluggedInAgainIsRecordedAndItsStretchNotJudged() throws IOException {
        FaultBench bench = bench(SerialDevice::depths, ", reconnect: true");
        Run run = bench.run(
                () -> device.later(
                        300,
                        () -> device.vanishAfter(
                                "$SDDPT,9", () -> device.later(400, () -> device.comeBack(SerialDevice::depths)))),
                "FL-01",
                "FL-02");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(FaultBench.reasons(run, "FL-01")).singleElement().satisfies(reason -> {
            assertThat(reason.en()).startsWith("channel nav was lost: the serial port is gone (/dev/pts/");
            assertThat(reason.zh()).startsWith("通道 nav 中断: 串口断开（/dev/pts/");
        });
        assertThat(FaultBench.recorded(run, ChannelEvent.class))
                .extracting(ChannelEvent::kind)
                .containsSubsequence(ChannelEvent.Kind.OPENED, ChannelEvent.Kind.LOST, ChannelEvent.Kind.RESTORED);
        assertThat(FaultBench.frames(run)).contains("$SDDPT,9");
        assertThat(verdict(run, "FL-01")).isEqualTo(Verdict.ERROR);
        assertThat(verdict(run, "FL-02"))
                .as(FaultBench.reasons(run, "FL-02").toString())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aDeviceThatRebootsLeavesItsSilenceUnjudged() throws IOException {
        FaultBench bench = bench(SerialDevice::depths);
        Run run = bench.run(
                () -> device.later(300, () -> {
                    device.say(n -> "");
                    device.later(
                            1_500,
                            () -> device.say(n -> {
                                device.say(SerialDevice::depths);
                                return "\0\u00ffboot 1.2 (c) 2024\r\nstarting ...\r\n";
                            }));
                }),
                "FL-01");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(FaultBench.reasons(run, "FL-01")).singleElement().satisfies(reason -> {
            assertThat(reason.en())
                    .matches(
                            "(.*: )?the device's signal depth has a gap of [1-4]\\.\\d{3} s in the stretch \\(allowed: 1\\.000 s\\): not judged");
            assertThat(reason.zh()).contains("设备的信号 depth 在该时段内中断 ");
        });
        assertThat(FaultBench.frames(run)).contains("starting ...\r\n");
    }

    /** A serial line has no end that is gone without a word. */
    @Test
    void aDeviceThatFallsSilentFailsWhereGapsAreLimited() throws Exception {
        FaultBench bench = bench(SerialDevice::depths);
        Run run = FaultBench.undisturbed(() -> {
            device.say(SerialDevice::depths);
            return bench.run(() -> device.say(n -> ""), "FL-07");
        });
        assertThat(verdict(run, "FL-07"))
                .as(FaultBench.reasons(run, "FL-07").toString())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void aDeviceThatBabblesDoesNotArriveAndEndsNothingButItself() throws IOException {
        Random noise = new Random(20261101);
        FaultBench bench = bench(n -> {
            byte[] bytes = new byte[2_000];
            noise.nextBytes(bytes);
            return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        });
        Run run = bench.run("FL-01");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(FaultBench.reasons(run, "FL-01")).singleElement().satisfies(reason -> {
            assertThat(reason.en())
                    .matches("signal depth did not arrive within 5 s;"
                            + " of \\d+ frames on channel nav \\d+ are faulty or missing, and none has this signal");
            assertThat(reason.zh()).matches("信号 depth 在 5 s 内没有数据；通道 nav 上应有 \\d+ 帧，其中 \\d+ 帧有误或缺失，但不含该信号");
        });
        assertThat(FaultBench.recorded(run, Frame.class).stream()
                        .mapToInt(frame -> frame.packet().payload().length)
                        .sum())
                .isGreaterThan(10_000);
    }

    /** It goes on with its depths in between: more than a fifth of what comes is noise. */
    @Test
    void aDeviceThatBabblesBetweenItsFramesIsNotJudged() throws IOException {
        FaultBench bench = bench(n -> SerialDevice.depths(n) + "\u0001\u0002babble\r\n");
        Run run = bench.run("FL-01");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(FaultBench.reasons(run, "FL-01")).singleElement().satisfies(reason -> {
            assertThat(reason.en())
                    .matches("on the device's channel nav, of \\d+ frames in the stretch \\d+ are faulty"
                            + " \\(allowed: 20 %\\): not judged");
            assertThat(reason.zh()).matches("设备通道 nav 在该时段内 \\d+ 帧中有 \\d+ 帧错误（允许 20 %），不能据此判定");
        });
    }

    @Test
    void framesThatAreMergedOrArriveInPiecesAreWhole() throws IOException {
        FaultBench bench = bench(n -> {
            String two = SerialDevice.depth(10) + SerialDevice.depth(20);
            return n % 2 == 0 ? two.substring(0, 11) : two.substring(11);
        });
        Run run = bench.run("FL-02");
        assertThat(verdict(run, "FL-02")).isEqualTo(Verdict.PASS);
        assertThat(FaultBench.recorded(run, Sample.class))
                .extracting(Sample::value)
                .containsOnly(new Value.Numeric(1), new Value.Numeric(2));
    }

    @Test
    void framesThatAreCutAreCountedAndFailTheirRequirementAlone() throws IOException {
        FaultBench bench = bench(n -> n % 10 == 9 ? "$SDDPT,99" : SerialDevice.depths(n));
        Run run = bench.run("FL-02");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.requirement("FL-02").orElseThrow().judgements()).hasSize(2);
        assertThat(FaultBench.reasons(run, "FL-02")).singleElement().satisfies(reason -> {
            assertThat(reason.en()).matches("\\d+, limit ≤ 0, simple acceptance: fail");
            assertThat(reason.zh()).matches("\\d+，限值 ≤ 0，简单接受：不合格");
        });
        assertThat(FaultBench.recorded(run, FrameFault.class))
                .extracting(FrameFault::kind)
                .containsOnly(FrameError.SYNTAX);
        assertThat(verdict(bench.run("FL-01"), "FL-01")).isEqualTo(Verdict.PASS);
    }

    @Test
    void aWrongCheckValueOneTimeInAHundredFailsItsRequirementAlone() throws IOException {
        FaultBench bench = bench(n -> n % 100 == 50 ? "$SDDPT,99.0,0.5,*00\r\n" : SerialDevice.depths(n));
        Run run = bench.run("FL-02");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(FaultBench.reasons(run, "FL-02")).singleElement().satisfies(reason -> {
            assertThat(reason.en()).matches("\\d, limit ≤ 0, simple acceptance: fail");
            assertThat(reason.zh()).matches("\\d，限值 ≤ 0，简单接受：不合格");
        });
        assertThat(FaultBench.recorded(run, FrameFault.class))
                .extracting(FrameFault::kind)
                .containsOnly(FrameError.CHECKSUM);
        assertThat(verdict(bench.run("FL-01"), "FL-01")).isEqualTo(Verdict.PASS);
    }
}
