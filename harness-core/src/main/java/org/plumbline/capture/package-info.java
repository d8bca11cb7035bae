/** The timeline on disk, written while the run goes on; start at {@link org.plumbline.capture.Recorder}. */
@NullMarked
package org.plumbline.capture;

import org.jspecify.annotations.NullMarked;
