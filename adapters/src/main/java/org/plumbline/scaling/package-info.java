/** Numbers as a device sends them, and the values that they stand for; start at {@link org.plumbline.scaling.Scaling}. */
@NullMarked
package org.plumbline.scaling;

import org.jspecify.annotations.NullMarked;
