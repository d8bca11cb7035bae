package org.plumbline.binary;

/**
 * A cyclic redundancy check by the parameters of the Rocksoft model, in which catalogues list them.
 *
 * @param width in bits, 8 to 32
 * @param polynomial without its highest term
 * @param initial register before the first byte
 * @param reflectIn whether bytes are taken with the lowest bit first
 * @param reflectOut whether the result is turned round
 * @param last what the result is combined with by exclusive or
 */
record Crc(int width, long polynomial, long initial, boolean reflectIn, boolean reflectOut, long last)
        implements CheckAlgorithm {

    /** As most are: bytes and result alike. */
    Crc(int width, long polynomial, long initial, boolean reflected, long last) {
        this(width, polynomial, initial, reflected, reflected, last);
    }

    @Override
    public int size() {
        return width / 8;
    }

    @Override
    public long of(byte[] bytes, int from, int to) {
        long top = 1L << (width - 1);
        long all = (top << 1) - 1;
        long register = initial;
        for (int i = from; i < to; i++) {
            long octet = reflectIn ? Integer.reverse(bytes[i]) >>> 24 : bytes[i] & 0xFF;
            register ^= octet << (width - 8);
            for (int bit = 0; bit < 8; bit++) {
                register = ((register & top) == 0 ? register << 1 : register << 1 ^ polynomial) & all;
            }
        }
        return (reflectOut ? Long.reverse(register) >>> (64 - width) : register) ^ last;
    }
}
