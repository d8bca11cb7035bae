/** Serial ports through jSerialComm; start at {@link org.plumbline.serial.SerialTransport}. */
@NullMarked
package org.plumbline.serial;

import org.jspecify.annotations.NullMarked;
