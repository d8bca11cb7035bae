/** Statistics of repeats, lines, proportions and groups; start at {@link org.plumbline.statistics.Summary}. */
@NullMarked
package org.plumbline.statistics;

import org.jspecify.annotations.NullMarked;
