/** Decision rules, judgements and the verdict lattice; start at {@link org.plumbline.verdict.Verdict}. */
@NullMarked
package org.plumbline.verdict;

import org.jspecify.annotations.NullMarked;
