/** What a run came to, in files for machines and for people's tools; start at {@link org.plumbline.results.Results}. */
@NullMarked
package org.plumbline.results;

import org.jspecify.annotations.NullMarked;
