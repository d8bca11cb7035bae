/** How fast a recording is judged again; start at {@link org.plumbline.benchmark.replay.ReplaySpeed}. */
@NullMarked
package org.plumbline.benchmark.replay;

import org.jspecify.annotations.NullMarked;
