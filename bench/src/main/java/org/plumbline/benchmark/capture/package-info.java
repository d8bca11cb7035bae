/** Writing and reading captures beside @mcap/core; start at {@link org.plumbline.benchmark.capture.CaptureSpeed}. */
@NullMarked
package org.plumbline.benchmark.capture;

import org.jspecify.annotations.NullMarked;
