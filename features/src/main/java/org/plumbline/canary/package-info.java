/** The device whose signals are good or bad by construction; start at {@link org.plumbline.canary.CanaryBench}. */
@NullMarked
package org.plumbline.canary;

import org.jspecify.annotations.NullMarked;
