/** Looks before a run what is connected, what it delivers, and what may be wrong where it does not. */
@NullMarked
package org.plumbline.probe;

import org.jspecify.annotations.NullMarked;
