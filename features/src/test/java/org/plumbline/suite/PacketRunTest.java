package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.text.Language;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** A device at the bench's own broker is judged by its control packets and in a bad network, and again from the capture. */
@Timeout(120)
class PacketRunTest {

    @TempDir
    Path folder;

    private static Path resources() {
        try {
            return Path.of(Objects.requireNonNull(PacketRunTest.class.getResource("/packets"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path bench(int port) throws IOException {
        for (String file : List.of("bench.yaml", "device.yaml")) {
            String text = Files.readString(resources().resolve(file));
            Files.writeString(folder.resolve(file), text.replace("PORT", Integer.toString(port)));
        }
        return folder.resolve("bench.yaml");
    }

    private static List<Judgement> judgements(Run run) {
        return run.trials().stream()
                .flatMap(trial -> trial.judgements().stream())
                .toList();
    }

    private static Verdict verdict(Run run, String requirement) {
        return run.requirement(requirement).orElseThrow().verdict();
    }

    @ParameterizedTest
    @CsvSource({"3.1.1, true, ZH", "5, true, EN", "3.1.1, false, EN", "5, false, ZH"})
    void judgesPacketsLiveAndFromTheCapture(String version, boolean good, Language language) throws Exception {
        int port = freePort();
        Run live;
        try (PacketDevice device = new PacketDevice(version, good, port)) {
            assertThat(device).isNotNull();
            live = Plumbline.bench(bench(port))
                    .in(language)
                    .out(folder.resolve("out"))
                    .run(Suite.at(resources().resolve("suite")));
        }
        assertThat(judgements(live)).as(live.trials().toString()).hasSize(10);
        assertThat(verdict(live, "PK-01")).isEqualTo(good ? Verdict.PASS : Verdict.FAIL);
        assertThat(verdict(live, "PK-02")).isEqualTo(good ? Verdict.PASS : Verdict.FAIL);
        assertThat(verdict(live, "PK-03")).isEqualTo(Verdict.PASS);
        Path data = live.plan().directory().resolve("data");
        Run again = Plumbline.bench(data.resolve("inputs/bench.yaml"))
                .in(language)
                .replay(data.resolve("capture/run.mcap"))
                .run(Suite.at(data.resolve("inputs")));
        assertThat(judgements(again)).isEqualTo(judgements(live));
    }
}
