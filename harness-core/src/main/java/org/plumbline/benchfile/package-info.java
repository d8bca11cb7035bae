/** Reads device.yaml and bench.yaml with what the installed adapters understand; start at {@link org.plumbline.benchfile.BenchFile}. */
@NullMarked
package org.plumbline.benchfile;

import org.jspecify.annotations.NullMarked;
