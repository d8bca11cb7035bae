/** A simulated tank in virtual time and classes that run its suite; start at {@link org.plumbline.tank.TankSuites}. */
@NullMarked
package org.plumbline.tank;

import org.jspecify.annotations.NullMarked;
