/** Modbus as master, over serial lines and TCP; start at {@link org.plumbline.modbus.ModbusRtuCodec}. */
@NullMarked
package org.plumbline.modbus;

import org.jspecify.annotations.NullMarked;
