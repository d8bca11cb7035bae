/** Text in two languages, Chinese first; start at {@link org.plumbline.text.Text}. */
@NullMarked
package org.plumbline.text;

import org.jspecify.annotations.NullMarked;
