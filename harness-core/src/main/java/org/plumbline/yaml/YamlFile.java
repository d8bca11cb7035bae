package org.plumbline.yaml;

import java.nio.file.Path;
import org.plumbline.error.InputException;

/** Reads one YAML file. */
public final class YamlFile {

    private YamlFile() {}

    /**
     * The root mapping of a file: UTF-8 with or without a byte order mark, one document, YAML 1.2 core schema.
     *
     * @throws InputException where it cannot be read or is not such a file, with the place
     */
    public static YamlNode read(Path file) {
        return parse(YamlBytes.read(file), file.toString());
    }

    /**
     * Likewise for a text that is already there.
     *
     * @param file what places name
     * @throws InputException where it is not such a text, with the place
     */
    public static YamlNode parse(String text, String file) {
        return new YamlTree(file).parse(text);
    }
}
