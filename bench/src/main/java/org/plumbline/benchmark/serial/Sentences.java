package org.plumbline.benchmark.serial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Numbered GGA sentences (IEC 61162-1, 8.3): the number is the last field, the station's. */
final class Sentences {

    private static final int BLOCK = 4000;

    private Sentences() {}

    static byte[] sentence(int number) {
        String body = String.format(
                Locale.ROOT,
                "GPGGA,%06d.00,4807.%04d,N,01131.%04d,E,1,08,0.9,%05.1f,M,46.9,M,,%d",
                number % 235_960,
                number % 10_000,
                number * 7 % 10_000 & 0xFFF,
                number % 1000 / 10.0,
                number);
        int sum = 0;
        for (byte b : body.getBytes(StandardCharsets.US_ASCII)) {
            sum ^= b;
        }
        return String.format(Locale.ROOT, "$%s*%02X\r\n", body, sum).getBytes(StandardCharsets.US_ASCII);
    }

    /** The first {@code count}, cut into blocks as they are written. */
    static List<byte[]> blocks(int count) {
        List<byte[]> blocks = new ArrayList<>();
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            block.writeBytes(sentence(i));
            if (block.size() >= BLOCK || i == count - 1) {
                blocks.add(block.toByteArray());
                block.reset();
            }
        }
        return blocks;
    }

    /** How long the sentences from one number to before another are. */
    static double megabytes(int from, int to) {
        return IntStream.range(from, to).mapToLong(i -> sentence(i).length).sum() / 1e6;
    }

    static String device(Object port) {
        return """
                device: {class: none, manufacturer: none, model: none, serial-number: none, firmware: none}
                channels:
                  nav: {transport: serial, port: "%s", baud: 921600, codec: nmea-0183}
                signals:
                  n: {channel: nav, sentence: GGA, field: 14, unit: "1"}
                  altitude: {channel: nav, sentence: GGA, field: 9, unit: m}
                """.formatted(port);
    }
}
