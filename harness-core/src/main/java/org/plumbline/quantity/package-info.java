/** Numbers with units; start at {@link org.plumbline.quantity.Quantity}. */
@NullMarked
package org.plumbline.quantity;

import org.jspecify.annotations.NullMarked;
