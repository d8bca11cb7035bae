/** What virtual time is worth; start at {@link org.plumbline.benchmark.virtual.HourOfDepthHold}. */
@NullMarked
package org.plumbline.benchmark.virtual;

import org.jspecify.annotations.NullMarked;
