/** Uncertainty budgets and their propagation; start at {@link org.plumbline.uncertainty.Budget}. */
@NullMarked
package org.plumbline.uncertainty;

import org.jspecify.annotations.NullMarked;
