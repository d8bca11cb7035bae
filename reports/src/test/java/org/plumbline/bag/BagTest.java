package org.plumbline.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BagTest {

    @TempDir
    Path folder;

    @Nested
    class Names {

        @Test
        void areEncodedAsTheStandardSays() throws IOException {
            assumeThat(Charset.forName(System.getProperty("sun.jnu.encoding"))
                            .newEncoder()
                            .canEncode("定深"))
                    .as("Java can name files in Chinese here: not in a C locale")
                    .isTrue();
            Files.createDirectory(folder.resolve("data"));
            Files.writeString(folder.resolve("data/100%.txt"), "a");
            Files.writeString(folder.resolve("data/two\nlines"), "b");
            Files.writeString(folder.resolve("data/定深 1.txt"), "c");
            Bag.seal(folder, new BagInfo());
            assertThat(Files.readString(folder.resolve(Bag.MANIFEST)))
                    .isEqualTo("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  data/100%25.txt\n"
                            + "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  data/two%0Alines\n"
                            + "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6  data/定深 1.txt\n");
            try (Tree tree = Tree.of(folder)) {
                assertThat(BagCheck.of(tree)).isEmpty();
            }
        }

        @Test
        void comeBackAsTheyWere() {
            String name = "data/%0A%25\r\n%";
            assertThat(BagPath.encode(name)).isEqualTo("data/%250A%2525%0D%0A%25");
            assertThat(BagPath.decode(BagPath.encode(name))).contains(name);
            assertThat(BagPath.decode("data/%0a")).isEmpty();
            assertThat(BagPath.decode("data/%")).isEmpty();
        }
    }

    @Nested
    class TheInfo {

        @Test
        void keepsEachFieldOnOneLine() {
            BagInfo info = new BagInfo().with("Contact-Name", " Li\r\nLei ").with("Empty", " \n");
            assertThat(info).hasToString("Contact-Name: Li Lei\n");
        }

        @Test
        void isReadWithFoldedLinesAndRepeatedLabels() {
            BagInfo info = BagInfo.parse("External-Identifier: a\nSource: x: y\n  z\nexternal-identifier:b\nodd\n\n");
            assertThat(info.values("External-Identifier")).containsExactly("a", "b");
            assertThat(info.values("Source")).containsExactly("x: y z");
            assertThat(info.values("odd")).containsExactly("");
            assertThat(info.fields()).hasSize(4);
        }
    }

    @Test
    void isSealedAgainAfterAChange() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/a"), "a");
        Bag.seal(folder, new BagInfo());
        Files.writeString(folder.resolve("data/b"), "bb");
        Bag.seal(folder, new BagInfo());
        try (Tree tree = Tree.of(folder)) {
            assertThat(BagCheck.of(tree)).isEmpty();
            assertThat(tree.oxum()).isEqualTo("3.2");
        }
    }
}
