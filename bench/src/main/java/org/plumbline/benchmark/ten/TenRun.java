package org.plumbline.benchmark.ten;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;

/** Ten signals observed for a time in virtual time, with measurements over all of it; the capture is kept. */
public final class TenRun {

    private static final String SCENARIO = """
            # language: en
            Feature: Endurance

              @TEN-1 @TEN-2 @TEN-3
              Scenario: All that time
                When observed for %d s
                And "largest" is measured: of signal "s0", the maximum
                And "gap" is measured: largest gap between samples of signal "s1"
                And "deviation" is measured: deviation of signal "s2" from 4.0 m, percentile 95
                Then "largest" shall be within its limit
                And "gap" shall be within its limit
                And "deviation" shall be within its limit
            """;

    private TenRun() {}

    /**
     * Runs it.
     *
     * @param seconds of virtual time
     * @param folder an empty one, where its files go
     */
    public static Run of(long seconds, Path folder) throws IOException {
        Path suite = Files.createDirectories(folder.resolve("suite"));
        for (String file : List.of("bench.yaml", "device.yaml")) {
            copy(file, folder);
        }
        copy("standard.yaml", suite);
        Files.writeString(suite.resolve("10-time.en.feature"), SCENARIO.formatted(seconds), StandardCharsets.UTF_8);
        return Plumbline.bench(folder.resolve("bench.yaml"))
                .virtual()
                .in(Language.EN)
                .out(folder.resolve("out"))
                .run(Suite.at(suite));
    }

    private static void copy(String file, Path folder) throws IOException {
        try (InputStream in = TenRun.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(file + " is missing from this installation");
            }
            Files.write(folder.resolve(file), in.readAllBytes());
        }
    }
}
