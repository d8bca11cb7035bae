package org.plumbline.standard;

import org.jspecify.annotations.Nullable;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/**
 * One value that the manufacturer declares and that limits may refer to (ISO/IEC 9646-1).
 *
 * @param min least value that may be declared, in {@code unit}; null for none
 * @param max largest value that may be declared, in {@code unit}; null for none
 */
public record IxitItem(
        String id,
        Unit unit,
        @Nullable Double min,
        @Nullable Double max,
        Text meaning) {}
