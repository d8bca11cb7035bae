/** A simulated device of ten signals at 100 Hz, and a suite for it; start at {@link org.plumbline.benchmark.ten.TenSignals}. */
@NullMarked
package org.plumbline.benchmark.ten;

import org.jspecify.annotations.NullMarked;
