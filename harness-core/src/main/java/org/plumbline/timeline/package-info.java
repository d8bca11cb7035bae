/** Ordered, append-only observations of one run; start at {@link org.plumbline.timeline.Timeline}. */
@NullMarked
package org.plumbline.timeline;

import org.jspecify.annotations.NullMarked;
