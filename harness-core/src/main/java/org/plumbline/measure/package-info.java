/** Measurements taken from the timeline, with their uncertainty; start at {@link org.plumbline.measure.Measurement}. */
@NullMarked
package org.plumbline.measure;

import org.jspecify.annotations.NullMarked;
