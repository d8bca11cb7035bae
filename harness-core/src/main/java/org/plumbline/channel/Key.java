package org.plumbline.channel;

import org.plumbline.text.Text;

/**
 * One key that a transport or codec understands in device.yaml and bench.yaml.
 *
 * @param type what may stand there
 * @param required whether it must be set
 * @param secret whether its value is to be kept out of everything that is written: it must refer to the environment
 * @param meaning for the published schema and for error messages
 */
public record Key(String name, Type type, boolean required, boolean secret, Text meaning) {

    /** The JSON types of the schema. */
    public enum Type {
        /** A text; numbers and booleans count as their text. */
        TEXT,
        /** A whole number, or a reference to one. */
        INTEGER,
        /** A number, or a reference to one. */
        NUMBER,
        /** True or false. */
        FLAG,
        /** A list of texts, or one text. */
        TEXTS,
        /** Texts by name; numbers and booleans count as their text, as they are written. */
        TEXT_MAP,
        /** Any value. */
        TREE
    }

    /** A key that must be set. */
    public static Key required(String name, Type type, String zh, String en) {
        return new Key(name, type, true, false, new Text(zh, en));
    }

    /** A key that may be left out. */
    public static Key optional(String name, Type type, String zh, String en) {
        return new Key(name, type, false, false, new Text(zh, en));
    }

    /** A text that may be left out, such as a password. */
    public static Key secret(String name, String zh, String en) {
        return new Key(name, Type.TEXT, false, true, new Text(zh, en));
    }
}
