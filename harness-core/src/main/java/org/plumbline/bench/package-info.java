/** Device, instruments, channels, signals and commands of one run; start at {@link org.plumbline.bench.Bench}. */
@NullMarked
package org.plumbline.bench;

import org.jspecify.annotations.NullMarked;
