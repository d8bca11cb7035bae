/** Trials and runs: what is executed and what came of it; start at {@link org.plumbline.run.Session}. */
@NullMarked
package org.plumbline.run;

import org.jspecify.annotations.NullMarked;
