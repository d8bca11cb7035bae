/**
 * What Plumbline costs on top of bare Cucumber with the Allure plugin; start at
 * {@link org.plumbline.benchmark.overhead.Overhead}.
 */
@NullMarked
package org.plumbline.benchmark.overhead;

import org.jspecify.annotations.NullMarked;
