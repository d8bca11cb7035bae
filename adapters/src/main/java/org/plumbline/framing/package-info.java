/** Cutting streams of bytes into frames; start at {@link org.plumbline.framing.LineSplitter}. */
@NullMarked
package org.plumbline.framing;

import org.jspecify.annotations.NullMarked;
