/** A device for tests whose fault comes and goes; start at {@link org.plumbline.gauge.GaugeSimulators}. */
@NullMarked
package org.plumbline.gauge;

import org.jspecify.annotations.NullMarked;
