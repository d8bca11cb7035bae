/** Comparisons between laboratories; start at {@link org.plumbline.interlaboratory.Precision}. */
@NullMarked
package org.plumbline.interlaboratory;

import org.jspecify.annotations.NullMarked;
