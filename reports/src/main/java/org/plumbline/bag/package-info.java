/** Folders sealed with checksums after RFC 8493 (BagIt 1.0); start at {@link org.plumbline.bag.Bag}. */
@NullMarked
package org.plumbline.bag;

import org.jspecify.annotations.NullMarked;
