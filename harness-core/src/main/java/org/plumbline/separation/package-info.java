/**
 * How far people have to be from what may hurt them (ISO/TS 15066:2016, 5.5.4; ISO 13855); start at
 * {@link org.plumbline.separation.ProtectiveSeparation}.
 */
@NullMarked
package org.plumbline.separation;

import org.jspecify.annotations.NullMarked;
