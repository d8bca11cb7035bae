/** Conformance suites as JUnit tests, and assertions about runs; start at {@link org.plumbline.junit.ConformanceSuite}. */
@NullMarked
package org.plumbline.junit;

import org.jspecify.annotations.NullMarked;
