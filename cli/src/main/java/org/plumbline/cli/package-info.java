/** The command {@code plumbline}: wiring only; start at {@link org.plumbline.cli.Main}. */
@NullMarked
package org.plumbline.cli;

import org.jspecify.annotations.NullMarked;
