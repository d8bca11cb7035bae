package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;

/** A dive beside a logger that only exports files, whose clock is 12.345 s ahead and 40 ppm fast. */
final class LoggedDive {

    static final double AHEAD = 12.345;
    private static final double FAST = 40e-6;

    private LoggedDive() {}

    static Path suite(Path suite, String step) throws IOException {
        Files.createDirectories(suite);
        Files.writeString(suite.resolve("standard.yaml"), """
                standard: FX
                title: {zh: 下潜, en: Diving}
                level: local
                stage: drafting
                revision: "1"
                references: [logged-depth]
                requirements:
                  - id: FX-1
                    clause: "1"
                    modality: shall
                    text: {zh: 应及时下潜。, en: It shall dive in time.}
                    limits:
                      dive-time: {max: 12, unit: s, basis: proposal}
                      live-dive-time: {max: 12, unit: s, basis: proposal}
                  - id: FX-2
                    clause: "2"
                    modality: shall
                    text: {zh: 不应过深。, en: It shall not go too deep.}
                    limits:
                      deepest: {max: 5, unit: m, basis: proposal}
                      disagreement: {max: 0.3, unit: m, basis: proposal}
                      period: {max: 0.2, unit: s, basis: proposal}
                """);
        Files.writeString(suite.resolve("dive.en.feature"), """
                # language: en
                Feature: Diving

                  @FX-1 @FX-2
                  Scenario: Dive
                    Given signal "depth" arrives, waiting at most 5 s
                    And command "arm" is sent
                    And signal "armed" becomes "true", waiting at most 3 s
                    When command "hold-depth" is sent with "depth" = "4.0"
                    And "dive-time" is measured: time from command "hold-depth" until signal "logged-depth" is above 3.5 m, waiting at most 15 s
                    And "live-dive-time" is measured: time from command "hold-depth" until signal "true-depth" is above 3.5 m, waiting at most 15 s
                    And %s
                    And "deepest" is measured: of signal "logged-depth", the maximum
                    And "disagreement" is measured: largest difference between signals "logged-depth" and "true-depth"
                    And "period" is measured: mean period of signal "logged-depth"
                    Then "dive-time" shall be within its limit
                    And "live-dive-time" shall be within its limit
                    And "deepest" shall be within its limit
                    And "disagreement" shall be within its limit
                    And "period" shall be within its limit
                """.formatted(step));
        return suite;
    }

    static Path bench(Path folder) throws IOException {
        Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder);
        Path device = folder.resolve("device.yaml");
        Files.writeString(device, Files.readString(device).replaceAll("(?s)\nics:.*?\nchannels:", "\nchannels:"));
        Files.writeString(bench, Files.readString(bench) + """
                  depth-logger:
                    manufacturer: none
                    model: LOG-1
                    serial-number: L-7
                    calibration: {certificate: C-7, due: 2099-12-31, U: 0.010 m, k: 2}
                    channels:
                      log:
                        transport: file
                        codec: csv-file
                        encoding: GBK
                        separator: ";"
                        decimal: ","
                        time-column: 时间
                        time-unit: ms
                        sync: {file: {signal: logged-depth, above: 3 m, nth: 1}, run: {signal: true-depth, above: 3 m, nth: 1}}
                        clock-uncertainty: 2 ms
                        clock-drift: 50
                    signals:
                      logged-depth: {channel: log, column: 深度, column-unit: cm, unit: m}
                    measures: {depth: logged-depth}
                """);
        return bench;
    }

    /** The tank's depths in a run as the logger would have them, in milliseconds and centimetres. */
    static Path logged(Path bundle, Path export, DoubleUnaryOperator depth) throws IOException {
        Outcome table = Outcome.of("convert", bundle.toString(), "--signals", "true-depth");
        assertThat(table.exit()).as(table.err()).isZero();
        StringBuilder file = new StringBuilder("时间;深度\r\n");
        table.out().lines().skip(1).map(row -> row.split(",")).forEach(row -> {
            double run = Double.parseDouble(row[0]);
            double millis = 1000 * (AHEAD + run * (1 + FAST));
            double metres = depth.applyAsDouble(Double.parseDouble(row[1]));
            file.append(String.format(Locale.ROOT, "%.6f;%.4f\r\n", millis, 100 * metres)
                    .replace('.', ','));
        });
        return Files.writeString(export, file, Charset.forName("GBK"));
    }
}
