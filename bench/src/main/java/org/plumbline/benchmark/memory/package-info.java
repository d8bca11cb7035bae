/** What a day takes in memory beside an hour; start at {@link org.plumbline.benchmark.memory.DayAndHour}. */
@NullMarked
package org.plumbline.benchmark.memory;

import org.jspecify.annotations.NullMarked;
