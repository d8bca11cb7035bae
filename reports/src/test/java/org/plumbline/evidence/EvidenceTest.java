package org.plumbline.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.error.HarnessException;
import org.plumbline.results.SampleRun;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Language;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

class EvidenceTest {

    @TempDir
    Path folder;

    @Nested
    class ABundle {

        @Test
        void holdsResultsReadmeAndTagFiles() throws IOException {
            assertThat(SealedBundle.in(folder).files())
                    .containsOnlyKeys(
                            "README.txt",
                            "bag-info.txt",
                            "bagit.txt",
                            "data/capture/run.mcap",
                            "data/capture/run.mcap.chain",
                            "data/inputs/10-hold.zh-CN.feature",
                            "data/inputs/bench.yaml",
                            "data/inputs/device.yaml",
                            "data/inputs/standard.yaml",
                            "data/results.json",
                            "data/results/junit.xml",
                            "data/results/traceability.csv",
                            "manifest-sha256.txt",
                            "tagmanifest-sha256.txt");
        }

        /** It may have been left by a recorder that could not give it back. */
        @Test
        void doesNotHoldTheReserve() throws IOException {
            SealedBundle.unsealed(folder);
            Files.writeString(folder.resolve("data/capture/.reserve"), "room");
            Evidence.in(Language.EN).runFinished(SampleRun.in(folder, Verdict.PASS));
            assertThat(folder.resolve("data/capture/.reserve")).doesNotExist();
            assertThat(folder.resolve("manifest-sha256.txt")).content().doesNotContain(".reserve");
            assertThat(BagVerify.verify(folder).findings()).isEmpty();
        }

        @Test
        void saysWhoMadeItWhenAndOfWhat() throws IOException {
            SealedBundle bundle = SealedBundle.in(folder);
            long bytes = 0;
            for (String path : bundle.files().keySet()) {
                bytes += path.startsWith("data/") ? Files.size(folder.resolve(path)) : 0;
            }
            assertThat(bundle.read("bag-info.txt"))
                    .isEqualTo("Source-Organization: 水下机器人实验室\n"
                            + "Contact-Name: Li Lei\n"
                            + "External-Description: tank: TK 2026-11, virtual\n"
                            + "External-Identifier: 20261103T081530Z-tank\n"
                            + "Bagging-Date: 2026-11-03\n"
                            + "Bag-Software-Agent: Plumbline development\n"
                            + "Capture-Chain: run.mcap 10 " + lastDigest(bundle) + "\n"
                            + "Payload-Oxum: " + bytes + ".9\n");
            assertThat(bundle.read("bagit.txt")).isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        }

        private static String lastDigest(SealedBundle bundle) throws IOException {
            String[] lines = bundle.read("data/capture/run.mcap.chain").split("\n");
            return lines[lines.length - 1].split(" ")[3];
        }

        @Test
        void isTheSameForTheSameRun() throws IOException {
            String first =
                    SealedBundle.in(Files.createDirectory(folder.resolve("a"))).read("tagmanifest-sha256.txt");
            String second =
                    SealedBundle.in(Files.createDirectory(folder.resolve("b"))).read("tagmanifest-sha256.txt");
            assertThat(second).isEqualTo(first);
        }

        @ParameterizedTest
        @ValueSource(strings = {"manifest-sha256.txt", "tagmanifest-sha256.txt"})
        void isVerifiedBySha256sum(String manifest) throws Exception {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha256sum")));
            SealedBundle bundle = SealedBundle.in(folder);
            assertThat(sha256sum(manifest)).isZero();
            bundle.write("data/inputs/bench.yaml", "changed").write("README.txt", "changed");
            assertThat(sha256sum(manifest)).isEqualTo(1);
        }

        private int sha256sum(String manifest) throws Exception {
            Process process = new ProcessBuilder("/usr/bin/sha256sum", "--check", "--strict", manifest)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        @Test
        void tellsInBothLanguagesHowToVerifyIt() throws IOException {
            String readme = SealedBundle.in(folder).read("README.txt");
            assertThat(readme.split("-{80}")).hasSize(2).allSatisfy(part -> assertThat(part)
                    .contains(
                            "sha256sum -c tagmanifest-sha256.txt",
                            "sha256sum -c manifest-sha256.txt",
                            "mcap doctor data/capture/run.mcap",
                            "data/results/traceability.csv"));
        }

        @Test
        void isNotMadeWhereTheRunKeepsNothing() {
            Evidence.in(Language.EN).runFinished(SampleRun.of(Verdict.PASS));
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void isRefusedWhereALinkLiesInIt() throws IOException {
            SealedBundle.unsealed(folder);
            Files.createSymbolicLink(folder.resolve("data/inputs/more.yaml"), folder.resolve("data/inputs/bench.yaml"));
            assertThatThrownBy(() -> Evidence.in(Language.EN).runFinished(SampleRun.in(folder, Verdict.PASS)))
                    .isInstanceOf(HarnessException.class)
                    .hasMessage("data/inputs/more.yaml: not a plain file but a link or a special file; a bundle holds"
                            + " plain files only: take it away and run again");
            assertThat(folder.resolve("tagmanifest-sha256.txt")).doesNotExist();
        }

        @Test
        void isNamedWhereItCannotBeWritten() throws IOException {
            Path file = Files.writeString(folder.resolve("data"), "in the way");
            assertThatThrownBy(() -> Evidence.in(Language.EN).runFinished(SampleRun.in(folder, Verdict.PASS)))
                    .isInstanceOf(HarnessException.class)
                    .hasMessageStartingWith("the evidence bundle " + folder + " cannot be sealed: ")
                    .hasMessageEndingWith("; check disk space and permissions; what was written stays in that folder");
            assertThat(file).hasContent("in the way");
        }
    }

    @Nested
    class AReport {

        private final Part part = new Part();
        private final Evidence evidence = new Evidence(Language.EN, List.of(part));

        @Test
        void hearsEverything() {
            Run run = SampleRun.of(Verdict.PASS);
            TrialResult trial = run.trials().get(0);
            ScenarioPlan scenario = trial.scenario();
            evidence.setEventPublisher(part);
            evidence.runStarted(run.plan());
            evidence.trialStarted(scenario, 3);
            evidence.stepStarted(scenario, "a step");
            evidence.judged(scenario, trial.judgements().get(0));
            evidence.trialFinished(trial, null);
            evidence.runFinished(run);
            assertThat(part.heard)
                    .containsExactly(
                            part,
                            run.plan(),
                            scenario,
                            3,
                            scenario,
                            "a step",
                            scenario,
                            trial.judgements().get(0),
                            trial,
                            run);
        }

        @Test
        void isSealedToo() throws IOException {
            SealedBundle.unsealed(folder);
            part.writes = folder.resolve("data/allure-report/index.html");
            evidence.runFinished(SampleRun.in(folder, Verdict.PASS));
            assertThat(Files.readString(folder.resolve("manifest-sha256.txt")))
                    .contains(SealedBundle.sha256(part.writes) + "  data/allure-report/index.html\n");
            assertThat(BagVerify.verify(folder).findings()).isEmpty();
        }

        @Test
        void thatFailsDoesNotCostTheEvidence() throws IOException {
            SealedBundle.unsealed(folder);
            part.fails = true;
            assertThatThrownBy(() -> evidence.runFinished(SampleRun.in(folder, Verdict.PASS)))
                    .hasMessage("no report today");
            assertThat(BagVerify.verify(folder).isSound()).isTrue();
        }
    }

    /** Writes down what it hears; is its own publisher. */
    private static final class Part implements RunListener, ConcurrentEventListener, EventPublisher {

        private final List<Object> heard = new ArrayList<>();
        private Path writes;
        private boolean fails;

        @Override
        public void setEventPublisher(EventPublisher publisher) {
            heard.add(publisher);
        }

        @Override
        public void runStarted(RunPlan plan) {
            heard.add(plan);
        }

        @Override
        public void trialStarted(ScenarioPlan scenario, int attempt) {
            heard.addAll(List.of(scenario, attempt));
        }

        @Override
        public void stepStarted(ScenarioPlan scenario, String step) {
            heard.addAll(List.of(scenario, step));
        }

        @Override
        public void judged(ScenarioPlan scenario, Judgement judgement) {
            heard.addAll(List.of(scenario, judgement));
        }

        @Override
        public void trialFinished(TrialResult trial, Session session) {
            heard.add(trial);
        }

        @Override
        public void runFinished(Run run) {
            heard.add(run);
            if (fails) {
                throw new IllegalStateException("no report today");
            }
            if (writes != null) {
                try {
                    Files.createDirectories(writes.getParent());
                    Files.writeString(writes, "<html></html>");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public <T> void registerHandlerFor(Class<T> eventType, EventHandler<T> handler) {}

        @Override
        public <T> void removeHandlerFor(Class<T> eventType, EventHandler<T> handler) {}
    }
}
