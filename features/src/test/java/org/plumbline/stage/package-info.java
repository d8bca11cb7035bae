/** A device for tests that plays figures of which the result is known; start at {@link org.plumbline.stage.Stage}. */
@NullMarked
package org.plumbline.stage;

import org.jspecify.annotations.NullMarked;
