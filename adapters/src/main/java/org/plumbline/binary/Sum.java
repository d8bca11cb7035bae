package org.plumbline.binary;

import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * A sum of bytes, cut to its size.
 *
 * @param add takes the sum so far and a byte
 * @param last what becomes of the sum
 */
record Sum(int size, LongBinaryOperator add, LongUnaryOperator last) implements CheckAlgorithm {

    @Override
    public long of(byte[] bytes, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = add.applyAsLong(sum, bytes[i] & 0xFF);
        }
        return last.applyAsLong(sum) & (1L << (8 * size)) - 1;
    }
}
