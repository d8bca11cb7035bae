/** Risks of decisions about conformity; start at {@link org.plumbline.risk.SpecificRisk}. */
@NullMarked
package org.plumbline.risk;

import org.jspecify.annotations.NullMarked;
