package org.plumbline.benchmark.overhead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A suite of scenarios whose steps do nothing; the same files for both contenders.
 *
 * @param scenarios how many
 * @param steps how many in each
 */
record Workload(int scenarios, int steps) {

    private static final String STANDARD = """
            standard: NO
            title: {zh: 空场景, en: no-op scenarios}
            level: local
            stage: preparation
            revision: 2026-11
            leads: []
            sources: []
            requirements:
              - id: NO-1
                clause: "1"
                modality: may
                text: {zh: 什么也不要求。, en: Nothing is required.}
                limits: {}
            """;

    private static final String DEVICE = """
            device: {class: none, manufacturer: none, model: none, serial-number: none, firmware: none}
            channels:
              nav: {transport: serial, port: none, codec: nmea-0183}
            """;
    private static final String BENCH = """
            laboratory: {name: none}
            operator: none
            device: device.yaml
            simulation: {robot: underwater}
            """;

    /** Writes a bench with one channel; returns the path of bench.yaml. */
    static Path writeBench(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("device.yaml"), DEVICE);
        return Files.writeString(folder.resolve("bench.yaml"), BENCH);
    }

    Path write(Path folder) throws IOException {
        StringBuilder feature = new StringBuilder("# language: zh-CN\n功能: 空场景\n");
        for (int i = 0; i < scenarios; i++) {
            feature.append("\n  @NO-1\n  场景: 空场景 ").append(i).append('\n');
            for (int step = 0; step < steps; step++) {
                feature.append("    当 观察 0 s\n");
            }
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("standard.yaml"), STANDARD);
        Files.writeString(folder.resolve("no-op.feature"), feature.toString());
        return folder;
    }
}
