package org.plumbline.cli;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.bag.Bag;
import org.plumbline.bag.BagInfo;
import org.plumbline.capture.CaptureChain;
import org.plumbline.capture.ChainCheck;
import org.plumbline.evidence.BagVerify;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecords;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.SimulatedRobot;

class RecoverTest {

    private static final String KILLED =
            "recovered: the run was killed, or its capture could not be written to its end";

    /** What the tests cut; none changes it. */
    private static Path once;

    @TempDir
    Path folder;

    @BeforeAll
    static void runOnce(@TempDir Path shared) {
        once = run(shared, "1", List.of("underwater", "--tags", "@UW-C01 or @UW-A02"));
    }

    private static Path run(Path out, String repeat, List<String> what) {
        List<String> words = new ArrayList<>(List.of("run", "--virtual", "--lang", "en", "--repeat", repeat));
        words.addAll(List.of("--out", out.toString()));
        words.addAll(what);
        return Path.of(Outcome.of(words.toArray(String[]::new)).lastLine());
    }

    private static JsonNode results(Path bundle) throws IOException {
        return new ObjectMapper().readTree(bundle.resolve("data/results.json").toFile());
    }

    private static Outcome recover(Path run) {
        return Outcome.of("recover", "--lang", "en", run.toString());
    }

    private static Path capture(Path run) {
        return run.resolve("data/capture/run.mcap");
    }

    /** Every CRC and the summary are right. */
    private static long messages(Path capture) throws IOException {
        try (McapReader reader = McapReader.open(capture)) {
            McapRecords records = reader.records();
            long messages = 0;
            for (McapRecord record = records.next(); record != null; record = records.next()) {
                messages += record instanceof McapRecord.Message ? 1 : 0;
            }
            assertThat(reader.summary().statistics().messageCount()).isEqualTo(messages);
            return messages;
        }
    }

    abstract class ACutRun {

        Path whole;
        byte[] bytes;
        List<String> links;

        @BeforeEach
        void readOnce() throws IOException {
            read(once);
        }

        void run(String repeat) throws IOException {
            run(repeat, List.of("underwater", "--tags", "@UW-C01 or @UW-A02"));
        }

        void run(String repeat, List<String> what) throws IOException {
            read(RecoverTest.run(folder.resolve("out" + repeat), repeat, what));
        }

        private void read(Path run) throws IOException {
            whole = run;
            bytes = Files.readAllBytes(capture(whole));
            links = Files.readAllLines(whole.resolve("data/capture/run.mcap.chain"));
        }

        /** What was on disk when the file was so long: the chain is never ahead of it. */
        Path cut(int length) throws IOException {
            Path killed = Files.createDirectories(folder.resolve("killed-" + length));
            Files.createDirectories(killed.resolve("data/capture"));
            Files.createDirectories(killed.resolve("data/inputs"));
            try (Stream<Path> inputs = Files.list(whole.resolve("data/inputs"))) {
                for (Path input : inputs.toList()) {
                    Files.copy(input, killed.resolve("data/inputs").resolve(input.getFileName()));
                }
            }
            Files.write(capture(killed), Arrays.copyOf(bytes, length));
            StringBuilder chain = new StringBuilder();
            for (String link : links) {
                String[] words = link.split(" ");
                if (Long.parseLong(words[1]) + Long.parseLong(words[2]) <= length) {
                    chain.append(link).append('\n');
                }
            }
            Files.writeString(killed.resolve("data/capture/run.mcap.chain"), chain);
            return killed;
        }
    }

    @Nested
    class ACaptureThatIsCut extends ACutRun {

        @Test
        void namesThePluginsThatItsRunHad() throws IOException {
            int afterHeader =
                    8 + 9 + (int) ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN).getLong(9);
            byte[] plugins = metadata("plumbline.plugins", "transport bus", "0a bus 1.jar");
            int length = bytes.length * 3 / 4;
            Path killed = cut(length);
            Files.write(
                    capture(killed),
                    ByteBuffer.allocate(length + plugins.length)
                            .put(bytes, 0, afterHeader)
                            .put(plugins)
                            .put(bytes, afterHeader, length - afterHeader)
                            .array());
            recover(killed);
            assertThat(results(killed).at("/runs/0/plan/software/plugins").toString())
                    .isEqualTo("[{\"jar\":\"bus 1.jar\",\"sha256\":\"0a\",\"transports\":[\"bus\"],\"codecs\":[]}]");
        }

        /** One entry, as MCAP has it. */
        private static byte[] metadata(String name, String key, String value) {
            int entry = 8 + key.length() + value.length();
            int content = 8 + name.length() + entry;
            ByteBuffer record = ByteBuffer.allocate(9 + content).order(LITTLE_ENDIAN);
            record.put((byte) 0x0C).putLong(content).putInt(name.length()).put(name.getBytes(US_ASCII));
            record.putInt(entry).putInt(key.length()).put(key.getBytes(US_ASCII));
            return record.putInt(value.length()).put(value.getBytes(US_ASCII)).array();
        }

        @Test
        void knowsHowOftenEachScenarioWasToBeExecuted() throws IOException {
            run("3");
            Path killed = cut(bytes.length * 3 / 4);
            assertThat(recover(killed).exit()).isZero();
            assertThat(results(killed).at("/runs/0/plan/repeat").asInt()).isEqualTo(3);
        }

        @Test
        void becomesABundleThatVerifiesWhereverItIsCut() throws IOException {
            Random random = new Random(11);
            int inputs = Integer.parseInt(links.get(4).split(" ")[1]);
            long before = 0;
            int[] lengths = random.ints(12, inputs, bytes.length).sorted().toArray();
            for (int length : lengths) {
                Path killed = cut(length);
                Outcome outcome = recover(killed);
                assertThat(outcome.exit()).as(length + outcome.err()).isZero();
                assertThat(outcome.lastLine()).isEqualTo(killed.toString());
                assertThat(BagVerify.verify(killed).findings())
                        .as("cut at %d", length)
                        .isEmpty();
                assertThat(Files.readAllBytes(killed.resolve("data/capture/run.mcap.part")))
                        .isEqualTo(Arrays.copyOf(bytes, length));
                long messages = messages(capture(killed));
                assertThat(messages).isGreaterThanOrEqualTo(before);
                before = messages;
                JsonNode run = results(killed).at("/runs/0");
                assertThat(run.path("interrupted").asBoolean()).isTrue();
                assertThat(run.path("verdict").asText()).isEqualTo("error");
                assertThat(run.at("/incidents/0/en").asText()).isEqualTo(KILLED);
                assertThat(run.at("/plan/id").asText())
                        .isEqualTo(whole.getFileName().toString());
            }
            assertThat(before).isPositive();
        }

        @Test
        void tellsOfTheTrialsWhatTheRunItselfTold() throws IOException {
            Path killed = cut(bytes.length - 1);
            assertThat(recover(killed).exit()).isZero();
            JsonNode before = results(whole).at("/runs/0");
            JsonNode after = results(killed).at("/runs/0");
            assertThat(before.path("trials")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(after.path("trials")).isEqualTo(before.path("trials"));
            assertThat(after.path("requirements")).isEqualTo(before.path("requirements"));
            assertThat(after.at("/plan/scenarios")).isEqualTo(before.at("/plan/scenarios"));
            assertThat(after.at("/plan/bench")).isEqualTo(before.at("/plan/bench"));
            assertThat(messages(capture(killed))).isEqualTo(messages(capture(whole)));
        }

        @Test
        void isNamedWhereItWasEditedBefore() throws IOException {
            Path killed = cut(bytes.length - 1);
            byte[] edited = Files.readAllBytes(capture(killed));
            edited[edited.length / 2] ^= 1;
            Files.write(capture(killed), edited);
            Outcome unsealed = Outcome.of("verify", "--lang", "en", killed.toString());
            assertThat(unsealed.exit()).isEqualTo(2);
            assertThat(unsealed.err())
                    .contains("not a sealed evidence bundle", "is not what was recorded: changed, moved or taken away");
            Outcome outcome = recover(killed);
            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(outcome.out())
                    .contains(
                            "nothing proves that the capture is what was recorded: this bundle is for looking at only");
            assertThat(outcome.out()).contains("is not what was recorded: changed, moved or taken away");
            assertThat(BagVerify.verify(killed).findings())
                    .anyMatch(finding -> finding.en().startsWith("data/capture/run.mcap.part: section "));
        }

        /** Its chain was cut as well, and has an end again. */
        @Test
        void isNamedWhereSomebodyHidesTheCut() throws IOException {
            int links = this.links.size() - 2;
            String[] last = this.links.get(links).split(" ");
            int end = Integer.parseInt(last[1]) + Integer.parseInt(last[2]);
            Path killed = cut(end);
            Path chain = killed.resolve("data/capture/run.mcap.chain");
            Files.writeString(chain, Files.readString(chain).stripTrailing() + " end\n");
            Outcome outcome = recover(killed);
            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(3);
            assertThat(outcome.out()).contains("the hash chain has an end, but the capture has none");
            assertThat(messages(capture(killed))).isPositive();
            assertThat(Outcome.of("verify", killed.toString()).exit()).isEqualTo(1);
        }

        @Test
        void canBeRecoveredAgainWhereTheRecoveryWasCutShort() throws IOException {
            Path killed = cut(bytes.length / 2);
            Path part = killed.resolve("data/capture/run.mcap.part");
            Files.move(
                    killed.resolve("data/capture/run.mcap.chain"), killed.resolve("data/capture/run.mcap.part.chain"));
            Files.move(capture(killed), part);
            Files.writeString(capture(killed), "half a copy");
            Files.writeString(killed.resolve("bagit.txt"), "half");
            assertThat(recover(killed).exit()).isZero();
            assertThat(BagVerify.verify(killed).findings()).isEmpty();
            assertThat(part).hasBinaryContent(Arrays.copyOf(bytes, bytes.length / 2));
        }

        @Nested
        class WhoseInputsWereEdited {

            private Path killed;
            private Path standard;

            @BeforeEach
            void edit() throws IOException {
                killed = cut(bytes.length - 1);
                standard = killed.resolve("data/inputs/standard.yaml");
            }

            @Test
            void isJudgedByThoseInTheCapture() throws IOException {
                byte[] before = Files.readAllBytes(standard);
                byte[] edited = new String(before, StandardCharsets.UTF_8)
                        .replace("depth-hold-p95:", "depth-hold-p96:")
                        .getBytes(StandardCharsets.UTF_8);
                assertThat(edited).isNotEqualTo(before);
                Files.write(standard, edited);
                Path bench = killed.resolve("data/inputs/bench.yaml");
                Files.delete(bench);
                Path more = Files.writeString(killed.resolve("data/inputs/more.feature"), "more");
                Outcome outcome = recover(killed);
                assertThat(outcome.exit()).as(outcome.err()).isEqualTo(3);
                assertThat(outcome.out())
                        .contains(
                                "data/inputs/standard.yaml: not what was recorded in run.mcap",
                                "data/inputs/bench.yaml: missing, though run.mcap has it",
                                "data/inputs/more.feature: not in run.mcap",
                                "the files in the capture were put in their place; what lay there is kept in"
                                        + " data/inputs-found")
                        .doesNotContain("nothing proves that the capture is what was recorded");
                assertThat(standard).hasBinaryContent(before);
                assertThat(killed.resolve("data/inputs-found/standard.yaml")).hasBinaryContent(edited);
                assertThat(more).doesNotExist();
                assertThat(bench).exists();
                JsonNode run = results(killed).at("/runs/0");
                assertThat(run.path("requirements")).isEqualTo(results(whole).at("/runs/0/requirements"));
                assertThat(run.path("incidents").findValuesAsText("en"))
                        .contains("data/inputs/standard.yaml: not what was recorded in run.mcap");
                assertThat(BagVerify.verify(killed).findings()).isEmpty();
            }

            @Test
            void saysSoAgainWhereTheRecoveryWasCutShort() throws IOException {
                Files.writeString(standard, "edited");
                assertThat(recover(killed).exit()).isEqualTo(3);
                Files.delete(killed.resolve("tagmanifest-sha256.txt"));
                Outcome again = recover(killed);
                assertThat(again.exit()).as(again.err()).isEqualTo(3);
                assertThat(again.out()).contains("data/inputs/standard.yaml: not what was recorded in run.mcap");
            }
        }

        @Test
        void canBeRecoveredWhereTheRecoveryWasKilledWhileItSetTheOriginalAside() throws IOException {
            Path killed = cut(bytes.length / 2);
            Path part = killed.resolve("data/capture/run.mcap.part");
            Files.move(
                    killed.resolve("data/capture/run.mcap.chain"), killed.resolve("data/capture/run.mcap.part.chain"));
            Outcome outcome = recover(killed);
            assertThat(outcome.exit()).as(outcome.out()).isZero();
            assertThat(BagVerify.verify(killed).findings()).isEmpty();
            assertThat(part).hasBinaryContent(Arrays.copyOf(bytes, bytes.length / 2));
        }

        @Test
        void losesTheReportOfTheRunThatWasKilled() throws IOException {
            Path killed = cut(bytes.length / 2);
            for (String folder : List.of("allure-report", "allure-results")) {
                Path half = Files.createDirectories(killed.resolve("data").resolve(folder));
                Files.writeString(half.resolve("index.html"), "<html><body>half a pa");
            }
            assertThat(recover(killed).exit()).isZero();
            assertThat(killed.resolve("data/allure-report")).doesNotExist();
            assertThat(killed.resolve("data/allure-results")).doesNotExist();
            assertThat(BagVerify.verify(killed).findings()).isEmpty();
        }

        /** As who takes care of evidence does. */
        @Nested
        class AndIsWriteProtected {

            private Path output;
            private List<String> mortal;

            @BeforeEach
            void become() throws Exception {
                output = folder.resolve("recover.txt");
                mortal = ChildProcess.mortal();
            }

            private void protect(Path... files) throws IOException {
                for (Path file : files) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
                }
            }

            private int recoverAsUser(Path what) throws Exception {
                try (ChildProcess child =
                        new ChildProcess(output, mortal, Map.of(), "recover", "--lang", "en", what.toString())) {
                    return child.exit();
                }
            }

            @Test
            void becomesABundleThatVerifies() throws Exception {
                Path killed = cut(bytes.length * 3 / 4);
                protect(capture(killed), killed.resolve("data/capture/run.mcap.chain"));
                protect(killed.resolve("data/inputs/bench.yaml"), killed.resolve("data/inputs/standard.yaml"));
                assertThat(recoverAsUser(killed)).as(Files.readString(output)).isZero();
                assertThat(BagVerify.verify(killed).findings()).isEmpty();
                assertThat(killed.resolve("data/capture/run.mcap.part"))
                        .hasBinaryContent(Arrays.copyOf(bytes, bytes.length * 3 / 4));
            }

            @Test
            void soDoesACaptureCarriedOffAlone() throws Exception {
                Path killed = cut(bytes.length * 3 / 4);
                Path lone = Files.copy(capture(killed), folder.resolve("usb.mcap"));
                Path chain =
                        Files.copy(killed.resolve("data/capture/run.mcap.chain"), folder.resolve("usb.mcap.chain"));
                protect(lone, chain);
                assertThat(recoverAsUser(lone)).as(Files.readString(output)).isZero();
                Path recovered = folder.resolve("usb-recovered");
                assertThat(BagVerify.verify(recovered).findings()).isEmpty();
                assertThat(Files.getPosixFilePermissions(recovered.resolve("data/capture/run.mcap.part")))
                        .contains(PosixFilePermission.OWNER_WRITE);
            }

            @Test
            void saysThatItsFolderMayNotBeWritten() throws Exception {
                Path killed = cut(bytes.length / 2);
                Path captures = killed.resolve("data/capture");
                Files.setPosixFilePermissions(captures, PosixFilePermissions.fromString("r-xr-xr-x"));
                assertThat(recoverAsUser(killed)).isEqualTo(4);
                Files.setPosixFilePermissions(captures, PosixFilePermissions.fromString("rwxr-xr-x"));
                assertThat(Files.readString(output))
                        .contains(killed + " cannot be recovered: access is denied; the capture that was found is"
                                + " unchanged; check disk space and permissions");
                assertThat(recoverAsUser(killed)).as(Files.readString(output)).isZero();
            }
        }

        @Nested
        class AndCarriedOffAlone {

            private Path lone;

            @BeforeEach
            void carryOff() throws IOException {
                Path killed = cut(bytes.length * 3 / 4);
                lone = Files.copy(capture(killed), folder.resolve("usb.mcap"));
                Files.copy(killed.resolve("data/capture/run.mcap.chain"), folder.resolve("usb.mcap.chain"));
            }

            @Test
            void becomesABundleBesideItThatVerifiesAndStaysAsItIs() throws IOException {
                byte[] before = Files.readAllBytes(lone);
                Outcome outcome = recover(lone);
                Path bundle = folder.resolve("usb-recovered");
                assertThat(outcome.exit()).as(outcome.err()).isZero();
                assertThat(outcome.lastLine()).isEqualTo(bundle.toString());
                assertThat(BagVerify.verify(bundle).findings()).isEmpty();
                assertThat(results(bundle).at("/runs/0/trials/0/scenario").asText())
                        .isEqualTo(
                                results(whole).at("/runs/0/trials/0/scenario").asText());
                assertThat(messages(capture(bundle))).isPositive();
                assertThat(lone).hasBinaryContent(before);
                assertThat(recover(lone).err()).contains("usb-recovered: this folder is there already; look into it");
            }

            @Test
            void provesNothingWithoutItsChain() throws IOException {
                Files.delete(folder.resolve("usb.mcap.chain"));
                Outcome outcome = recover(lone);
                assertThat(outcome.exit()).as(outcome.err()).isEqualTo(3);
                assertThat(outcome.out())
                        .contains("its hash chain run.mcap.chain is missing", "nothing proves that the capture is");
                Outcome verified = Outcome.of(
                        "verify",
                        "--lang",
                        "en",
                        folder.resolve("usb-recovered").toString());
                assertThat(verified.exit()).isEqualTo(1);
                assertThat(verified.out()).contains("data/capture/run.mcap.part: its hash chain");
            }
        }

        @Test
        void isNoBetterForBeingJudgedAgain() throws IOException {
            run("3");
            judgeAgain(cut(bytes.length * 3 / 4));
        }

        /** Its rows have one name: none of them was executed as often as all of them together. */
        @Test
        void isNoBetterForBeingJudgedAgainWhereItIsOfAnOutline() throws IOException {
            run("2", OutlineSuite.in(folder.resolve("outline")));
            Path killed = cut(bytes.length / 2);
            judgeAgain(killed);
            assertThat(results(killed).at("/runs/0/trials")).hasSizeBetween(2, 7);
        }

        private void judgeAgain(Path killed) throws IOException {
            assertThat(recover(killed).exit()).isZero();
            Outcome again = Outcome.of(
                    "rejudge",
                    "--lang",
                    "en",
                    killed.toString(),
                    "--out",
                    folder.resolve("again").toString());
            assertThat(again.exit()).as(again.err()).isEqualTo(4);
            assertThat(again.out()).contains("! " + KILLED, "! the run did not go to its end");
            JsonNode then = results(killed).at("/runs/0");
            JsonNode now = results(Path.of(again.lastLine())).at("/runs/0");
            assertThat(now.path("interrupted").asBoolean()).isTrue();
            assertThat(now.path("incidents")).isEqualTo(then.path("incidents"));
            assertThat(now.path("trials").findValuesAsText("attempt"))
                    .as("no attempt is made up")
                    .isEqualTo(then.path("trials").findValuesAsText("attempt"));
            assertThat(now.path("trials").findValuesAsText("scenario"))
                    .isEqualTo(then.path("trials").findValuesAsText("scenario"));
        }

        @Test
        void saysSoWhereverItsCopyIsTaken() throws IOException {
            Path killed = cut(bytes.length * 3 / 4);
            assertThat(recover(killed).exit()).isZero();
            Path copy = Files.copy(capture(killed), folder.resolve("copy.mcap"));
            Outcome again = Outcome.of("rejudge", "--lang", "en", copy.toString());
            assertThat(again.exit()).as(again.err()).isEqualTo(4);
            assertThat(again.out()).contains("! " + KILLED);
            Files.write(copy, Arrays.copyOf(Files.readAllBytes(copy), (int) Files.size(copy) - 1));
            Outcome recovered = recover(copy);
            assertThat(recovered.exit()).isEqualTo(2);
            assertThat(recovered.err()).contains("this capture is itself the copy that a recovery made");
        }

        @Test
        void isFoundByItsNameInItsRunsFolder() throws IOException {
            Path killed = cut(bytes.length / 2);
            Outcome outcome = recover(capture(killed));
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(outcome.lastLine()).isEqualTo(killed.toString());
        }

        @Test
        void isNotRecoveredWhereItIsWhole() throws IOException {
            Path lone = Files.copy(capture(whole), folder.resolve("whole.mcap"));
            Outcome outcome = recover(lone);
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err())
                    .contains("this capture is whole: there is nothing to recover; judge it with plumbline rejudge");
            assertThat(folder.resolve("whole-recovered")).doesNotExist();
        }

        @Test
        void isRefusedWhereNoRunMadeIt() throws IOException {
            Path other = Files.write(folder.resolve("other.mcap"), Arrays.copyOf(bytes, 20));
            Outcome outcome = recover(other);
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err()).contains("no run of this tool made this capture");
            assertThat(folder.resolve("other-recovered")).doesNotExist();
        }

        @Test
        void ofWhichNothingCanBeReadIsAnErrorThatLeavesItAsItWas() throws IOException {
            Path killed = cut(20);
            Outcome outcome = recover(killed);
            assertThat(outcome.exit()).isEqualTo(4);
            assertThat(outcome.err()).contains("cannot be recovered: the capture does not say what run it is of");
            assertThat(killed.resolve("data/capture/run.mcap.part")).hasBinaryContent(Arrays.copyOf(bytes, 20));
            assertThat(killed.resolve("tagmanifest-sha256.txt")).doesNotExist();
        }

        @Test
        void isNotRecoveredTwiceNorWhereItIsSealed() {
            Outcome outcome = recover(whole);
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err())
                    .contains("this bundle is sealed already: there is nothing to recover; check it with plumbline"
                            + " verify");
        }
    }

    /** As a disk that got full in mid-run leaves it. */
    @Nested
    class ASealedRunWhoseCaptureHasNoEnd extends ACutRun {

        private static final String FULL = "the capture cannot be written: no space is left on the disk";

        private Path sealed;

        @BeforeEach
        void seal() throws IOException {
            sealed = cut(bytes.length * 3 / 4);
            Files.createDirectories(sealed.resolve("data/results"));
            for (String file : List.of("README.txt", "data/results/junit.xml", "data/results/traceability.csv")) {
                Files.copy(whole.resolve(file), sealed.resolve(file));
            }
            ObjectNode results = (ObjectNode) results(whole);
            ObjectNode run = (ObjectNode) results.at("/runs/0");
            run.put("verdict", "error").put("exitCode", 4);
            run.putArray("incidents").addObject().put("zh", "原始记录无法写入").put("en", FULL);
            Files.writeString(sealed.resolve("data/results.json"), results.toString());
            ChainCheck chain = CaptureChain.check(capture(sealed));
            Bag.seal(
                    sealed,
                    new BagInfo()
                            .with("External-Identifier", run.at("/plan/id").asText())
                            .with("Capture-Chain", "run.mcap " + chain.links() + " " + chain.digest() + " open"));
            assertThat(BagVerify.verify(sealed).findings()).isEmpty();
        }

        @Test
        void isRecoveredIntoASecondFolderAndJudgedAgain() throws IOException {
            Outcome refused = Outcome.of("rejudge", "--lang", "en", sealed.toString());
            assertThat(refused.err()).contains("a full disk left, make a bundle first: plumbline recover");
            Outcome outcome = recover(sealed);
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            Path second = sealed.resolveSibling(sealed.getFileName() + "-recovered");
            assertThat(outcome.lastLine()).isEqualTo(second.toString());
            assertThat(BagVerify.verify(second).findings()).isEmpty();
            assertThat(BagVerify.verify(sealed).findings())
                    .as("stays as it was")
                    .isEmpty();
            assertThat(results(second).at("/runs/0/incidents").findValuesAsText("en"))
                    .startsWith(KILLED, FULL);
            Outcome judged = Outcome.of("rejudge", "--lang", "en", second.toString());
            assertThat(judged.exit()).as(judged.err()).isEqualTo(4);
            assertThat(judged.out()).contains("! " + FULL);
            assertThat(recover(capture(sealed)).err()).contains("-recovered: this folder is there already");
        }

        @Test
        void isNotRecoveredWhereItWasChangedSince() throws IOException {
            Files.writeString(sealed.resolve("data/inputs/bench.yaml"), "changed");
            Outcome outcome = recover(sealed);
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err())
                    .contains("data/inputs/bench.yaml: changed since it was sealed", "nothing was recovered");
            assertThat(sealed.resolveSibling(sealed.getFileName() + "-recovered"))
                    .doesNotExist();
        }
    }

    @Test
    void aFolderThatIsNoRunIsAUsageError() {
        Outcome outcome = recover(folder);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("not the folder of a run: it has no data/inputs with a data/capture/run.mcap; name the folder"
                        + " that the killed run left in plumbline-out, or the run.mcap in it");
    }

    @Test
    @SimulatedRobot("underwater")
    void aRunThatIsKilledAtAnyMomentIsRecovered(LiveRig rig) throws Exception {
        Path bench = rig.writeBench(folder.resolve("bench"));
        Random random = new Random(20261101);
        for (int round = 0; round < 3; round++) {
            Path out = folder.resolve("out-" + round);
            Path killed = kill(bench, out, 60_000 + random.nextInt(40_000));
            Outcome outcome = recover(killed);
            assertThat(outcome.exit()).as(outcome.err()).isZero();
            assertThat(Outcome.of("verify", "--lang", "en", killed.toString()).exit())
                    .isZero();
            JsonNode run = results(killed).at("/runs/0");
            assertThat(run.path("interrupted").asBoolean()).isTrue();
            assertThat(run.at("/trials/0/verdict").asText()).isEqualTo("inconclusive");
            assertThat(run.at("/trials/0/reason/en").asText()).startsWith("the recording breaks off here");
            assertThat(run.at("/plan/driver").asText()).isEqualTo("live");
            assertThat(messages(capture(killed))).isGreaterThan(20);
        }
    }

    /** Kills when the capture has that many bytes; while it runs, it is not recovered. */
    private Path kill(Path bench, Path out, long bytes) throws Exception {
        try (ChildProcess run = new ChildProcess(
                folder.resolve("run.txt"),
                Map.of(),
                "run",
                "underwater",
                "--tags",
                "@UW-A02",
                "--bench",
                bench.toString(),
                "--out",
                out.toString())) {
            Path folder = run.awaitCapture(out, bytes).getParent().getParent().getParent();
            Outcome early = recover(folder);
            assertThat(early.exit()).as(early.out()).isEqualTo(2);
            assertThat(early.err()).contains("this run is still going on");
            run.kill();
            run.exit();
            return folder;
        }
    }
}
