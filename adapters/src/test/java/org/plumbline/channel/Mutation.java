package org.plumbline.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bytes as a broken device or line makes them of good ones. */
public final class Mutation {

    private Mutation() {}

    /** One to four of: another byte, a byte less, a byte more, a stretch twice, the rest cut off. */
    public static byte[] of(byte[] original, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : original) {
            bytes.add(b);
        }
        for (int count = random.nextInt(5); count > 0 && !bytes.isEmpty(); count--) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(5)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 -> bytes.remove(at);
                case 2 -> bytes.add(at, (byte) random.nextInt(256));
                case 3 -> bytes.addAll(at, List.copyOf(bytes.subList(at, bytes.size())));
                default -> bytes.subList(at, bytes.size()).clear();
            }
        }
        byte[] result = new byte[bytes.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = bytes.get(i);
        }
        return result;
    }
}
