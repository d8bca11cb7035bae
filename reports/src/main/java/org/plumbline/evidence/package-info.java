/** The evidence bundle of a run, its sealing and its verification; start at {@link org.plumbline.evidence.Evidence}. */
@NullMarked
package org.plumbline.evidence;

import org.jspecify.annotations.NullMarked;
