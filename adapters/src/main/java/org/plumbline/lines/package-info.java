/** ASCII lines read by regular expression; start at {@link org.plumbline.lines.LinesCodec}. */
@NullMarked
package org.plumbline.lines;

import org.jspecify.annotations.NullMarked;
