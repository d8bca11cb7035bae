/** Quality of sampled signals: noise, steps, time stamps, settling; start at {@link org.plumbline.signal.Noise}. */
@NullMarked
package org.plumbline.signal;

import org.jspecify.annotations.NullMarked;
