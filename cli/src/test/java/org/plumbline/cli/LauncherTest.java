package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The two files that start Plumbline. */
@Timeout(60)
class LauncherTest {

    private static final Path HERE = Path.of("..");

    @TempDir
    private Path folder;

    /** As unpacked, with a Java that only writes down how it was started. */
    @Nested
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for sh")
    class OnLinuxAndMac {

        private Path lib;
        private Path starts;

        @BeforeEach
        void unpack() throws IOException {
            Files.copy(HERE.resolve("plumbline"), folder.resolve("plumbline"));
            lib = Files.createDirectories(folder.resolve("cli/target/plumbline/lib"));
            starts = folder.resolve("starts");
            Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
            Files.writeString(java, """
                    #!/bin/sh
                    echo "$*" >>'%s'
                    echo 'openjdk version "17.0.15"'
                    """.formatted(starts));
            Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        private String started(int exit, String options) throws Exception {
            ProcessBuilder launcher =
                    new ProcessBuilder("sh", folder.resolve("plumbline").toString(), "ports").redirectErrorStream(true);
            launcher.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
            launcher.environment().put("PLUMBLINE_JAVA_OPTS", options);
            Process process = launcher.start();
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(output).isEqualTo(exit);
            return output;
        }

        private List<String> starts(String options) throws Exception {
            Files.createFile(lib.resolve("cli-1.0.0.jar"));
            started(0, options);
            return Files.readAllLines(starts);
        }

        @Test
        void triesTheOptionsFirst() throws Exception {
            assertThat(starts("-Xmx4g"))
                    .hasSize(2)
                    .startsWith("-XX:+UseSerialGC -Xmx4g -version")
                    .last()
                    .asString()
                    .startsWith("-XX:+UseSerialGC -XX:MetaspaceSize=256m -Xmx4g ")
                    .endsWith(" org.plumbline.cli.Main ports");
        }

        @Test
        void namesNoSecondCollector() throws Exception {
            assertThat(starts("-XX:+UseG1GC")).hasSize(2).noneMatch(start -> start.contains("SerialGC"));
        }

        /** One that waits for its debugger would wait twice, and the second time nobody knows why. */
        @Test
        void startsAnAgentOnlyWithTheProgram() throws Exception {
            assertThat(starts("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y"))
                    .hasSize(2)
                    .startsWith("-XX:+UseSerialGC -version")
                    .last()
                    .asString()
                    .contains("-agentlib:jdwp");
        }

        /** In a checkout: somebody's own suites and projects beside the program's modules are no sources of it. */
        @Test
        void buildsAgainOnlyForItsOwnSources() throws Exception {
            newer("harness-core/src/README", -60);
            newer("my-robot/src/main/java/Robot.java", 60);
            newer("my-robot/pom.xml", 60);
            newer("suites/mine/10.feature", 60);
            assertThat(starts("")).hasSize(2);

            newer("features/suites/cobot/10-motion.en.feature", 60);
            assertThat(started(4, "")).contains("building once");
        }

        private void newer(String file, int seconds) throws IOException {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.setLastModifiedTime(
                    Files.createFile(path), FileTime.from(Instant.now().plusSeconds(seconds)));
        }

        /** Java itself would end with 1, which is the exit code of a failed run. */
        @Test
        void startsNothingWhereItIsHalfUnpacked() throws Exception {
            Files.createFile(lib.resolve("adapters-1.0.0.jar"));
            assertThat(started(4, "")).contains("the jars in " + lib + " are missing or not all there");
            assertThat(starts).doesNotExist();
        }
    }

    /** No Windows is at hand: what its command processor is known to take amiss. */
    @Nested
    class OnWindows {

        private static final Pattern PART = Pattern.compile("%([A-Z_]+):");

        private final List<String> lines = lines();

        private static List<String> lines() {
            try {
                return Files.readString(HERE.resolve("plumbline.cmd"))
                        .lines()
                        .map(String::strip)
                        .toList();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** A whole line is expanded before its if is looked at, and of a variable that is not defined there are no parts. */
        @Test
        void takesPartsOnlyOfVariablesThatAreDefinedByThen() {
            List<String> partial =
                    lines.stream().filter(line -> PART.matcher(line).find()).toList();
            assertThat(partial).isNotEmpty();
            for (String line : partial) {
                Matcher part = PART.matcher(line);
                assertThat(part.find()).isTrue();
                assertThat(line).doesNotContain("if defined");
                assertThat(lines.subList(0, lines.indexOf(line)))
                        .as(line)
                        .last()
                        .asString()
                        .startsWith("if not defined " + part.group(1) + " goto ");
            }
        }

        @Test
        void goesOnlyWhereThereIsALabel() {
            assertThat(lines)
                    .filteredOn(line -> line.contains(" goto ") && !line.startsWith("rem "))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(lines).contains(":" + line.substring(line.lastIndexOf(' ') + 1)));
        }

        @Test
        void startsJavaWithOneCollectorAndTriesItWithoutAgents() {
            List<String> starts =
                    lines.stream().filter(line -> line.startsWith("\"%JAVA%\"")).toList();
            assertThat(starts)
                    .hasSize(3)
                    .allMatch(line -> line.startsWith("\"%JAVA%\" %COLLECTOR% "))
                    .satisfies(
                            all -> assertThat(all.subList(0, 2)).allMatch(line -> line.contains(" %TRIED% -version")))
                    .last()
                    .asString()
                    .contains(" %PLUMBLINE_JAVA_OPTS% ");
            assertThat(lines)
                    .contains("if exist \"%LIB%\\cli-*.jar\" goto run", "if exist \"%LIB%\" rd /s /q \"%LIB%\"");
        }
    }
}
