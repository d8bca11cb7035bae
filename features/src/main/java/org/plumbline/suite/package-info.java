/** Suites of scenarios and their execution; start at {@link org.plumbline.suite.Suite}. */
@NullMarked
package org.plumbline.suite;

import org.jspecify.annotations.NullMarked;
