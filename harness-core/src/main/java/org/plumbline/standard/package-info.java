/** The machine-readable catalogue of a draft standard; start at {@link org.plumbline.standard.Standard}. */
@NullMarked
package org.plumbline.standard;

import org.jspecify.annotations.NullMarked;
