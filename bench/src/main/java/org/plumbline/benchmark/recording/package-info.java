/** The product's way from the wire to the capture, as a run has it; start at {@link org.plumbline.benchmark.recording.Recording}. */
@NullMarked
package org.plumbline.benchmark.recording;

import org.jspecify.annotations.NullMarked;
