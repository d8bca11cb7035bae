/** MAVLink 1 and 2; start at {@link org.plumbline.mavlink.MavlinkCodec}. */
@NullMarked
package org.plumbline.mavlink;

import org.jspecify.annotations.NullMarked;
