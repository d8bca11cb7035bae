/** Messages that the harness sends to itself; start at {@link org.plumbline.loopback.Rounds}. */
@NullMarked
package org.plumbline.loopback;

import org.jspecify.annotations.NullMarked;
