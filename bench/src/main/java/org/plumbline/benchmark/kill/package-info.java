/** What is left of runs that are killed; start at {@link org.plumbline.benchmark.kill.KillRecover}. */
@NullMarked
package org.plumbline.benchmark.kill;

import org.jspecify.annotations.NullMarked;
