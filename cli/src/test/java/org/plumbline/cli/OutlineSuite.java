package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;

/** A suite of one outline whose rows all have its name, and a simulated bench for it. */
final class OutlineSuite {

    private OutlineSuite() {}

    /** Writes it; returns what names it on the command line. */
    static List<String> in(Path folder) throws IOException {
        Path suite = Files.createDirectories(folder.resolve("suite"));
        Files.writeString(suite.resolve("standard.yaml"), """
                standard: OL
                title: {zh: 大纲（测试用）, en: Outlines (for tests)}
                level: local
                stage: consultation
                revision: 2026-11
                requirements:
                  - id: OL-1
                    clause: "1"
                    modality: shall
                    text: {zh: 数据间隔不应大于 1 s。, en: Depth shall be reported every second.}
                    limits:
                      depth-gap: {max: 1, unit: s, basis: proposal}
                """);
        Files.writeString(suite.resolve("10-outline.en.feature"), """
                # language: en
                Feature: Diving

                  @OL-1
                  Scenario Outline: To a depth
                    Given command "hold-depth" is sent with "depth" = "<depth>"
                    When observed for 2 s
                    And "depth-gap" is measured: largest gap between samples of signal "depth"
                    Then "depth-gap" shall be within its limit

                    Examples:
                      | depth |
                      | 1 |
                      | 2 |
                      | 3 |
                """);
        Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
        Path device = bench.resolveSibling("device.yaml");
        Files.writeString(
                device, Files.readString(device).replaceFirst("(?s)ics:\n.*?channels:\n", "ics: {}\nchannels:\n"));
        return List.of(suite.toString(), "--bench", bench.toString());
    }
}
