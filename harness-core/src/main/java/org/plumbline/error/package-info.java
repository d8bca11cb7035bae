/** The small family of errors that carry place, cause and remedy; start at {@link org.plumbline.error.PlumblineException}. */
@NullMarked
package org.plumbline.error;

import org.jspecify.annotations.NullMarked;
