/** Sockets that are prompt, and TLS on them; start at {@link org.plumbline.socket.TlsSettings}. */
@NullMarked
package org.plumbline.socket;

import org.jspecify.annotations.NullMarked;
