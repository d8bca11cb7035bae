/** CAN frames as text on a serial line, for Plumbline; start at {@link com.example.slcan.SlcanCodec}. */
@NullMarked
package com.example.slcan;

import org.jspecify.annotations.NullMarked;
