/** Whether decoders keep their promises under millions of inputs; start at {@link org.plumbline.benchmark.fuzz.Fuzz}. */
@NullMarked
package org.plumbline.benchmark.fuzz;

import org.jspecify.annotations.NullMarked;
