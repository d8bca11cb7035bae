/** Implementation conformance statement and applicability (ISO/IEC 9646-7); start at {@link org.plumbline.ics.Applicability}. */
@NullMarked
package org.plumbline.ics;

import org.jspecify.annotations.NullMarked;
