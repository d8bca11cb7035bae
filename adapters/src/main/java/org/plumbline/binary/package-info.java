/** A manufacturer's own binary frames, described in YAML; start at {@link org.plumbline.binary.BinaryCodec}. */
@NullMarked
package org.plumbline.binary;

import org.jspecify.annotations.NullMarked;
