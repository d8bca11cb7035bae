/** What the benchmarks print and how they measure; start at {@link org.plumbline.benchmark.figure.Figures}. */
@NullMarked
package org.plumbline.benchmark.figure;

import org.jspecify.annotations.NullMarked;
