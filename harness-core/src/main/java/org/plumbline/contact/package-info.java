/**
 * Limits of contact between robot and person and what velocity keeps them (ISO/TS 15066:2016, annex A; GB/T 36008-2018);
 * start at {@link org.plumbline.contact.BodyModel}.
 */
@NullMarked
package org.plumbline.contact;

import org.jspecify.annotations.NullMarked;
