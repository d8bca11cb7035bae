/** Reads and writes MCAP files, without the rest of the product; start at {@link org.plumbline.mcap.McapWriter}. */
@NullMarked
package org.plumbline.mcap;

import org.jspecify.annotations.NullMarked;
