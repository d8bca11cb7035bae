/**
 * Reads and writes MCAP files, and is no part of the rest of the product; start at {@link org.plumbline.mcap.McapReader}
 * and {@link org.plumbline.mcap.McapWriter}.
 */
@NullMarked
package org.plumbline.mcap;

import org.jspecify.annotations.NullMarked;
