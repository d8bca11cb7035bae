/** The peer's step; start at {@link org.plumbline.benchmark.overhead.glue.NoOp}. */
@NullMarked
package org.plumbline.benchmark.overhead.glue;

import org.jspecify.annotations.NullMarked;
