/** Channels of which nothing comes while a run goes on; start at {@link org.plumbline.file.FileTransport}. */
@NullMarked
package org.plumbline.file;

import org.jspecify.annotations.NullMarked;
