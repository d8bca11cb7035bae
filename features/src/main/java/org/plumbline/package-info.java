/** The way in: run a suite on a bench; start at {@link org.plumbline.Plumbline}. */
@NullMarked
package org.plumbline;

import org.jspecify.annotations.NullMarked;
