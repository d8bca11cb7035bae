/** A serial line as fast as it goes, and how late its time stamps are; start at {@link org.plumbline.benchmark.serial.SerialSpeed}. */
@NullMarked
package org.plumbline.benchmark.serial;

import org.jspecify.annotations.NullMarked;
