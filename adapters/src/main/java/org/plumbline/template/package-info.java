/** Texts with placeholders, for commands; start at {@link org.plumbline.template.Template}. */
@NullMarked
package org.plumbline.template;

import org.jspecify.annotations.NullMarked;
