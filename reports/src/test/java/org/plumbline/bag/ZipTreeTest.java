package org.plumbline.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.error.InputException;
import org.plumbline.text.Text;

class ZipTreeTest {

    private static final ZipLimits WIDE = new ZipLimits(100, 1_000_000_000, 1000);

    @TempDir
    Path folder;

    private Path zip(String... names) throws IOException {
        Path file = folder.resolve("bag.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** The .zip with a name replaced by another of the same length, which no proper tool would write. */
    private static Path renamed(Path file, String from, String to) throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        return Files.writeString(file, bytes.replace(from, to), StandardCharsets.ISO_8859_1);
    }

    @Nested
    class Finds {

        @Test
        void theBagInItsTopFolder() throws IOException {
            try (Tree tree = new ZipTree(zip("run/", "run/bagit.txt", "run/data/a"), WIDE)) {
                assertThat(tree.sizes()).containsOnlyKeys("bagit.txt", "data/a").containsEntry("data/a", 10L);
                assertThat(tree.text("data/a", 100)).isEqualTo("run/data/a");
                assertThat(tree.oddities()).isEmpty();
            }
        }

        @Test
        void theBagAtItsRoot() throws IOException {
            try (Tree tree = new ZipTree(zip("bagit.txt", "data/a"), WIDE)) {
                assertThat(tree.sizes()).containsOnlyKeys("bagit.txt", "data/a");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"other", "../evil", "run/../../evil", "/etc/passwd", "run2/data/a", "C:/x"})
        void whatLiesOutside(String name) throws IOException {
            try (Tree tree = new ZipTree(zip("run/bagit.txt", name), WIDE)) {
                assertThat(tree.sizes()).containsOnlyKeys("bagit.txt");
                assertThat(tree.oddities())
                        .containsExactly(new Text(name + "：位于证据包之外", name + ": lies outside the bundle"));
            }
        }

        @Test
        void whatIsThereTwice() throws IOException {
            Path file = renamed(zip("bagit.txt", "data/a", "data/b"), "data/b", "data/a");
            try (Tree tree = new ZipTree(file, WIDE)) {
                assertThat(tree.oddities())
                        .containsExactly(new Text("data/a：在 .zip 中重复出现", "data/a: is in the .zip twice"));
            }
        }
    }

    @Nested
    class RefusesABomb {

        private Path bomb(int size) throws IOException {
            Path file = folder.resolve("bomb.zip");
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("bagit.txt"));
                zip.write(new byte[size]);
            }
            return file;
        }

        @Test
        void thatUnpacksToFarMoreThanItIs() throws IOException {
            Path file = bomb(1_000_000);
            assertThatThrownBy(() -> new ZipTree(file, new ZipLimits(100, 999_999, 100)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("unpacks from " + Files.size(file) + " to 1000000 bytes, more than 100 times");
            new ZipTree(file, new ZipLimits(100, 1_000_000, 100)).close();
            new ZipTree(file, new ZipLimits(100, 999_999, 10_000)).close();
        }

        @Test
        void ofManyEntries() throws IOException {
            Path file = zip("bagit.txt", "a", "b");
            assertThatThrownBy(() -> new ZipTree(file, new ZipLimits(2, 1_000, 100)))
                    .hasMessage("3 entries, more than 2");
        }

        @Test
        void asAnInputError() throws IOException {
            Path file = zip("x");
            assertThatThrownBy(() -> Tree.of(file)).isInstanceOf(InputException.class);
        }

        @Test
        void thatLiesAboutItsSize() throws IOException {
            Path file = bomb(1_000_000);
            byte[] bytes = Files.readAllBytes(file);
            int directory = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
            bytes[directory + 24] = 10;
            bytes[directory + 25] = 0;
            bytes[directory + 26] = 0;
            Files.write(file, bytes);
            try (Tree tree = new ZipTree(file, WIDE);
                    InputStream in = tree.open("bagit.txt")) {
                assertThat(tree.sizes()).containsEntry("bagit.txt", 10L);
                assertThatThrownBy(in::readAllBytes).hasMessage("longer than the 10 bytes that it should have");
            }
        }
    }

    @Nested
    class AStream {

        @Test
        void endsWithAnErrorWhereItIsTooLong() throws IOException {
            assertThatThrownBy(() -> stream(3, 2).readAllBytes()).isInstanceOf(IOException.class);
            InputStream one = stream(1, 0);
            assertThatThrownBy(one::read).isInstanceOf(IOException.class);
            assertThat(stream(3, 3).readAllBytes()).hasSize(3);
            InputStream exact = stream(1, 1);
            assertThat(exact.read()).isZero();
            assertThat(exact.read()).isEqualTo(-1);
        }

        private static InputStream stream(int length, int size) {
            return new BoundedStream(new ByteArrayInputStream(new byte[length]), size);
        }
    }
}
