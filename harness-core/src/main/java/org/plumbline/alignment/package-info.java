/** Files of instruments, brought onto the clock of a run; start at {@link org.plumbline.alignment.FileAlignment}. */
@NullMarked
package org.plumbline.alignment;

import org.jspecify.annotations.NullMarked;
