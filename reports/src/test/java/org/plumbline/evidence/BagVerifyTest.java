package org.plumbline.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

class BagVerifyTest {

    private static final String MANIFEST = "manifest-sha256.txt";
    private static final String DIGEST = "00000000000000000000000000000000000000000000000000000000000000aa";
    private static final String UPPER = "00000000000000000000000000000000000000000000000000000000000000AA";

    @TempDir
    Path temporary;

    private Path folder;
    private SealedBundle bundle;

    @BeforeEach
    void seal() throws IOException {
        folder = Files.createDirectory(temporary.resolve("run"));
        bundle = SealedBundle.in(folder);
    }

    private List<String> findings() {
        VerifyResult result = BagVerify.verify(folder);
        assertThat(result.isSound()).isEqualTo(result.findings().isEmpty());
        return result.findings().stream().map(Text::en).toList();
    }

    @Nested
    class ASealedBundle {

        @Test
        void isSound() {
            assertThat(BagVerify.verify(folder)).isEqualTo(new VerifyResult(14, List.of()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "20261103T081530Z-tank/"})
        void isSoundAsAZip(String top) throws IOException {
            Path zip = bundle.zip(temporary.resolve("run.zip"), top);
            assertThat(BagVerify.verify(zip)).isEqualTo(new VerifyResult(14, List.of()));
        }

        @Test
        void isSoundBehindALinkToItsFolder() throws IOException {
            Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);
            assertThat(BagVerify.verify(link).isSound()).isTrue();
        }
    }

    @Nested
    class AChange {

        @Test
        void ofAnyBitIsFound() throws IOException {
            List<String> unseen = new ArrayList<>();
            for (Map.Entry<String, Path> file : bundle.files().entrySet()) {
                byte[] good = Files.readAllBytes(file.getValue());
                for (int position : positions(good.length)) {
                    byte[] bad = good.clone();
                    bad[position] ^= (byte) (1 << position % 8);
                    Files.write(file.getValue(), bad);
                    if (BagVerify.verify(folder).isSound()) {
                        unseen.add(file.getKey() + " bit " + position % 8 + " of byte " + position);
                    }
                }
                Files.write(file.getValue(), good);
            }
            assertThat(unseen).isEmpty();
            assertThat(findings()).isEmpty();
        }

        /** Seven places spread over the file, the first eight bytes and the last two. */
        private static SortedSet<Integer> positions(int length) {
            SortedSet<Integer> positions = new TreeSet<>(List.of(length - 1, length - 2));
            for (int i = 0; i < 8; i++) {
                positions.add(Math.min(i, length - 1));
                positions.add((int) ((long) length * i / 8));
            }
            return positions;
        }

        @Test
        void ofAnyBitOfTheManifestOfTagFilesIsFound() throws IOException {
            Path file = folder.resolve("tagmanifest-sha256.txt");
            byte[] good = Files.readAllBytes(file);
            List<String> unseen = new ArrayList<>();
            for (int position = 0; position < good.length; position++) {
                byte[] bad = good.clone();
                bad[position] ^= (byte) (1 << position % 8);
                Files.write(file, bad);
                if (BagVerify.verify(folder).isSound()) {
                    unseen.add("byte " + position);
                }
            }
            assertThat(unseen).isEmpty();
        }

        @Test
        void isNamedInBothLanguages() throws IOException {
            bundle.write("data/inputs/bench.yaml", "content of data/inputs/bench.yamm\n");
            assertThat(BagVerify.verify(folder).findings())
                    .containsExactly(new Text(
                            "data/inputs/bench.yaml：封存后被改动（SHA-256 与 manifest-sha256.txt 不符）",
                            "data/inputs/bench.yaml: changed since it was sealed (SHA-256 is not that of"
                                    + " manifest-sha256.txt)"));
        }

        @Test
        void inAZipIsFound() throws IOException {
            bundle.write("data/inputs/bench.yaml", "content of data/inputs/bench.yamm\n");
            assertThat(BagVerify.verify(bundle.zip(temporary.resolve("run.zip"), "x/"))
                            .findings())
                    .extracting(Text::en)
                    .containsExactly("data/inputs/bench.yaml: changed since it was sealed (SHA-256 is not that of"
                            + " manifest-sha256.txt)");
        }
    }

    @Nested
    class ADamagedZip {

        @Test
        void isAFindingOrAnInputErrorButNeverACrash() throws IOException {
            Path zip = bundle.zip(temporary.resolve("run.zip"), "run/");
            byte[] good = Files.readAllBytes(zip);
            int seen = 0;
            for (int position = 0; position < good.length; position += 31) {
                byte[] bad = good.clone();
                bad[position] ^= (byte) (1 << position % 8);
                Files.write(zip, bad);
                seen += isSeen(zip) ? 1 : 0;
            }
            assertThat(seen).isGreaterThan(good.length / 31 / 2);
        }

        /** Time stamps and the like in the .zip's own structure may change unseen: they are no part of the bundle. */
        private static boolean isSeen(Path zip) {
            try {
                return !BagVerify.verify(zip).isSound();
            } catch (InputException e) {
                return true;
            }
        }

        @Test
        void isAnInputErrorWhereItIsCutOff() throws IOException {
            Path zip = bundle.zip(temporary.resolve("run.zip"), "run/");
            Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 4_000));
            assertThatThrownBy(() -> BagVerify.verify(zip)).isInstanceOf(InputException.class);
        }
    }

    @Nested
    class AFile {

        @Test
        void thatWasTakenAwayIsFound() throws IOException {
            for (Map.Entry<String, Path> file : bundle.files().entrySet()) {
                byte[] good = Files.readAllBytes(file.getValue());
                Files.delete(file.getValue());
                assertThat(findings()).as(file.getKey()).anySatisfy(finding -> assertThat(finding)
                        .startsWith(file.getKey() + ": ")
                        .contains("missing"));
                Files.write(file.getValue(), good);
            }
            assertThat(findings()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"data/inputs/x.yaml", "data/x", "data/new/folder/x", "data/.hidden"})
        void thatWasAddedToThePayloadIsFound(String path) throws IOException {
            bundle.write(path, "");
            assertThat(findings()).contains(path + ": not listed in manifest-sha256.txt");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "manifest-md5.txt", "fetch.txt", "notes/x.txt", "README.txt.part"})
        void thatWasAddedBesideThePayloadIsFound(String path) throws IOException {
            bundle.write(path, "");
            assertThat(findings()).containsExactly(path + ": not listed in tagmanifest-sha256.txt");
        }

        @Test
        void thatBecameALinkIsFound() throws IOException {
            Path original = Files.move(folder.resolve("data/results.json"), temporary.resolve("elsewhere.json"));
            Files.createSymbolicLink(folder.resolve("data/results.json"), original);
            assertThat(findings())
                    .contains(
                            "data/results.json: not a plain file but a link or a special file",
                            "data/results.json: listed in manifest-sha256.txt but missing");
        }

        @Test
        void insideALinkedFolderIsNotLookedAt() throws IOException {
            Path inputs = Files.move(folder.resolve("data/inputs"), temporary.resolve("inputs"));
            Files.createSymbolicLink(folder.resolve("data/inputs"), inputs);
            assertThat(findings())
                    .contains(
                            "data/inputs: not a plain file but a link or a special file",
                            "data/inputs/bench.yaml: listed in manifest-sha256.txt but missing");
        }
    }

    @Nested
    class AForgedManifest {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "  ../x            | the path ../x leads out of the bundle",
                    "  /etc/passwd     | the path /etc/passwd leads out of the bundle",
                    "  data/../../x    | the path data/../../x leads out of the bundle",
                    "  data/./x        | the path data/./x leads out of the bundle",
                    "  ~root/x         | the path ~root/x leads out of the bundle",
                    "  C:/x            | the path C:/x leads out of the bundle",
                    "  data\\..\\..\\x | the path data\\..\\..\\x leads out of the bundle",
                    "  bagit.txt       | bagit.txt does not belong into this manifest",
                    "  data/results.json | data/results.json is listed twice",
                },
                ignoreLeadingAndTrailingWhitespace = false)
        void namesNoOtherPath(String written, String finding) throws IOException {
            String line = DIGEST + written.stripTrailing();
            bundle.write(MANIFEST, bundle.read(MANIFEST) + line + "\n").forgeTags();
            assertThat(findings()).containsExactly(MANIFEST + ":10: " + finding.strip());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "nonsense",
                    "0123  data/x",
                    UPPER + "  data/x",
                    DIGEST + " data/x",
                    DIGEST + " *data/x",
                    DIGEST + "  data/x\r",
                    DIGEST + "  data/%41",
                    DIGEST + "  ",
                    ""
                })
        void isReadStrictly(String line) throws IOException {
            bundle.write(MANIFEST, line + "\n" + bundle.read(MANIFEST)).forgeTags();
            assertThat(findings())
                    .containsExactly(MANIFEST + ":1: not of the form \"64 lower-case hexadecimal digits, two spaces,"
                            + " path\"");
        }

        @Test
        void isWholeToItsLastLine() throws IOException {
            bundle.write(MANIFEST, bundle.read(MANIFEST).stripTrailing()).forgeTags();
            assertThat(findings()).containsExactly(MANIFEST + ": the last line is cut off");
        }

        @Test
        void isUtf8() throws IOException {
            Files.write(folder.resolve(MANIFEST), new byte[] {(byte) 0xC3, 0x28, '\n'});
            bundle.forgeTags();
            assertThat(findings()).containsExactly(MANIFEST + ": not UTF-8 text");
        }

        @Test
        void ofTagFilesDoesNotListThePayload() throws IOException {
            String tags = "tagmanifest-sha256.txt";
            bundle.write(tags, bundle.read(tags) + DIGEST + "  data/results.json\n");
            assertThat(findings()).containsExactly(tags + ":5: data/results.json does not belong into this manifest");
        }
    }

    @Nested
    class AForgedTagFile {

        @Test
        void declaresNoOtherVersion() throws IOException {
            bundle.replace("bagit.txt", "1.0", "0.97").forgeTags();
            assertThat(findings())
                    .containsExactly("bagit.txt: the version should be BagIt-Version: 1.0, but it is"
                            + " \"BagIt-Version: 0.97\"");
        }

        @Test
        void declaresNoOtherEncoding() throws IOException {
            bundle.replace("bagit.txt", "UTF-8", "GB18030").forgeTags();
            assertThat(findings()).containsExactly("bagit.txt: not the two lines of RFC 8493");
        }

        @Test
        void countsThePayloadRight() throws IOException {
            String right =
                    bundle.read("bag-info.txt").split("Payload-Oxum: ")[1].strip();
            bundle.replace("bag-info.txt", right, "7.1").forgeTags();
            assertThat(findings())
                    .containsExactly("bag-info.txt: Payload-Oxum should be " + right + ", but it is \"7.1\"");
        }

        @Test
        void namesTheRunOfTheResults() throws IOException {
            bundle.replace("bag-info.txt", "20261103T081530Z-tank", "another").forgeTags();
            assertThat(findings())
                    .containsExactly(
                            "bag-info.txt: External-Identifier is \"another\", but the run in data/results.json"
                                    + " is \"20261103T081530Z-tank\"");
        }
    }

    @Nested
    class AForgedBundle {

        @ParameterizedTest
        @CsvSource({
            "data/inputs/standard.yaml, data/inputs/standard.yaml",
            "data/inputs/bench.yaml, data/inputs/bench.yaml",
            "data/inputs/device.yaml, data/inputs/device.yaml",
            "data/inputs/10-hold.zh-CN.feature, data/inputs/*.feature",
            "data/capture/run.mcap, data/capture/*.mcap",
            "data/results.json, data/results.json",
            "data/results/junit.xml, data/results/junit.xml",
            "data/results/traceability.csv, data/results/traceability.csv",
            "README.txt, README.txt"
        })
        void lacksNothing(String path, String named) throws IOException {
            bundle.remove(path).forge();
            assertThat(findings())
                    .filteredOn(
                            finding -> !finding.startsWith("bag-info.txt: ") && !finding.contains(": missing, though "))
                    .containsExactly(named + ": a bundle must hold this file, but it is missing");
        }

        @Test
        void hasResultsThatFitTheirSchema() throws IOException {
            bundle.replace("data/results.json", "\"exitCode\" : 1", "\"exitCode\" : 0")
                    .forge();
            assertThat(findings())
                    .containsExactly("data/results.json: $.runs[0].exitCode breaks the rule const of its JSON Schema");
        }

        @Test
        void hasResultsThatAreJson() throws IOException {
            bundle.write("data/results.json", "{]").forge();
            assertThat(findings()).anySatisfy(finding -> assertThat(finding)
                    .startsWith("data/results.json: not valid JSON: Unexpected close marker ']'"));
        }
    }

    /** Whoever makes every checksum fit again cannot change what the capture carries. */
    @Nested
    class ForgedInputs {

        @Test
        void areFoundWhereOneWasEdited() throws IOException {
            bundle.replace("data/inputs/standard.yaml", "content", "contents").forge();
            assertThat(findings())
                    .filteredOn(finding -> !finding.startsWith("bag-info.txt: "))
                    .containsExactly("data/inputs/standard.yaml: not what was recorded in data/capture/run.mcap");
        }

        @Test
        void areFoundWhereOneWasAdded() throws IOException {
            bundle.write("data/inputs/20-more.feature", "more").forge();
            assertThat(findings())
                    .filteredOn(finding -> !finding.startsWith("bag-info.txt: "))
                    .containsExactly("data/inputs/20-more.feature: not in data/capture/run.mcap");
        }

        @Test
        void areFoundInAZipToo() throws IOException {
            bundle.replace("data/inputs/standard.yaml", "content", "contents").forge();
            Path zip = bundle.zip(temporary.resolve("forged.zip"), "");
            assertThat(BagVerify.verify(zip).findings())
                    .extracting(Text::zh)
                    .contains("data/inputs/standard.yaml：与 data/capture/run.mcap 中记录的不同");
        }
    }

    /** Somebody who makes every checksum fit again, but does not rebuild the chain. */
    @Nested
    class AForgedCapture {

        private static final String CAPTURE = "data/capture/run.mcap";

        @Test
        void isFoundWhereAByteWasChanged() throws IOException {
            byte[] bytes = Files.readAllBytes(folder.resolve(CAPTURE));
            bytes[40] ^= 1;
            Files.write(folder.resolve(CAPTURE), bytes);
            bundle.forge();
            assertThat(findings())
                    .singleElement(STRING)
                    .matches("data/capture/run.mcap: section 2 \\(bytes \\d+ to"
                            + " \\d+\\) is not what was recorded: changed, moved or taken away");
        }

        @Test
        void isFoundWhereItsTailAndThatOfTheChainWereCut() throws IOException {
            String[] lines = bundle.read(CAPTURE + ".chain").split("\n");
            int kept = lines.length - 1;
            String[] last = lines[kept - 1].split(" ");
            int end = Integer.parseInt(last[1]) + Integer.parseInt(last[2]);
            Files.write(folder.resolve(CAPTURE), Arrays.copyOf(Files.readAllBytes(folder.resolve(CAPTURE)), end));
            bundle.write(CAPTURE + ".chain", String.join("\n", List.of(lines).subList(0, kept)) + "\n")
                    .forge();
            assertThat(findings())
                    .filteredOn(finding -> !finding.contains("Payload-Oxum"))
                    .singleElement(STRING)
                    .startsWith("bag-info.txt: Capture-Chain should be \"run.mcap " + kept + " " + last[3]
                            + " open\", but it is \"run.mcap " + lines.length + " ");
        }

        @Test
        void isFoundWhereItsChainIsMissing() throws IOException {
            bundle.remove(CAPTURE + ".chain").forge();
            assertThat(findings())
                    .contains("data/capture/run.mcap: its hash chain data/capture/run.mcap.chain is missing: nobody can"
                            + " tell whether it was cut or edited");
        }
    }

    @Nested
    class WhatIsNoBundle {

        @Test
        void isAnInputErrorWithARemedy() throws IOException {
            Path empty = Files.createDirectory(temporary.resolve("empty"));
            assertThatThrownBy(() -> BagVerify.verify(empty)).isInstanceOfSatisfying(InputException.class, e -> {
                assertThat(e.message(Language.EN))
                        .isEqualTo(
                                empty + ": not a sealed evidence bundle: it has neither a bagit.txt nor a"
                                        + " manifest; name the folder that plumbline run printed as its last line, or"
                                        + " a .zip of it; a run that was killed is not sealed: plumbline recover makes a bundle of it");
                assertThat(e.message(Language.ZH))
                        .isEqualTo(empty + ": 不是已封存的证据包：没有 bagit.txt，也没有校验和清单；请给出 plumbline run"
                                + " 最后一行打印的文件夹，或其 .zip；被强行终止的运行没有封存，可用 plumbline recover 恢复成证据包");
            });
        }

        @Test
        void includesARunThatWasNeverSealed() throws IOException {
            Path killed = Files.createDirectory(temporary.resolve("killed"));
            SealedBundle.unsealed(killed);
            assertThatThrownBy(() -> BagVerify.verify(killed)).isInstanceOf(InputException.class);
        }

        @Test
        void includesAFileThatIsNoZip() throws IOException {
            Path file = Files.writeString(temporary.resolve("run.zip"), "hello");
            assertThatThrownBy(() -> BagVerify.verify(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(file + ": cannot be read as a folder or a .zip: ")
                    .hasMessageEndingWith(
                            "; name the folder that plumbline run printed as its last line, or a .zip of it");
        }

        @Test
        void includesAPathThatIsNotThere() {
            assertThatThrownBy(() -> BagVerify.verify(temporary.resolve("nowhere")))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("there is no such file or folder");
        }
    }
}
