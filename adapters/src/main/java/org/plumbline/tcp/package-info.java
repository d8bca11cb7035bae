/** Raw TCP to a serial server or a device; start at {@link org.plumbline.tcp.TcpTransport}. */
@NullMarked
package org.plumbline.tcp;

import org.jspecify.annotations.NullMarked;
