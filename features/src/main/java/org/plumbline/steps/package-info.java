/** The step vocabulary of scenarios, Chinese and English; start at {@link org.plumbline.steps.DriveSteps}. */
@NullMarked
package org.plumbline.steps;

import org.jspecify.annotations.NullMarked;
