/** The engine by which the JUnit Platform finds and runs suites; start at {@link org.plumbline.engine.PlumblineEngine}. */
@NullMarked
package org.plumbline.engine;

import org.jspecify.annotations.NullMarked;
