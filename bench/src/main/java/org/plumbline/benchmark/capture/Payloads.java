package org.plumbline.benchmark.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * The messages that both sides write, one after the other and again from the first: as many as make two chunks, so that
 * no chunk holds one twice.
 */
final class Payloads {

    static final int LENGTH = 100;
    private static final int COUNT = 20_000;

    private final byte[] all;

    private Payloads(byte[] all) {
        this.all = all;
    }

    static void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            String message = String.format(
                    Locale.ROOT,
                    "{\"n\":%05d,\"depth\":%09.6f,\"heading\":%010.6f,\"current\":%08.6f,\"mode\":\"hold\",\"armed\":true}",
                    i,
                    random.nextDouble() * 20,
                    random.nextDouble() * 360,
                    random.nextDouble() * 5);
            text.append(message).append(" ".repeat(LENGTH - message.length()));
        }
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    static Payloads read(Path file) throws IOException {
        return new Payloads(Files.readAllBytes(file));
    }

    byte[] get(int index) {
        int from = index % COUNT * LENGTH;
        return Arrays.copyOfRange(all, from, from + LENGTH);
    }
}
