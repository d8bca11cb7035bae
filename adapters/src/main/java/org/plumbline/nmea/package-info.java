/** NMEA 0183 sentences; start at {@link org.plumbline.nmea.Nmea0183Codec}. */
@NullMarked
package org.plumbline.nmea;

import org.jspecify.annotations.NullMarked;
