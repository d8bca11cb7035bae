package org.plumbline.serial;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a driver took of the settings, by struct serial_rs485 of linux/serial.h; no pseudo-terminal has one. */
class Rs485Test {

    private static Memory taken(int flags, int before, int after) {
        Memory taken = new Memory(32);
        taken.clear();
        taken.setInt(0, flags);
        taken.setInt(4, before);
        taken.setInt(8, after);
        return taken;
    }

    /** Bits 0 enabled, 1 RTS high while sending, 2 RTS high afterwards, 4 receive while sending, 5 terminate the bus. */
    @ParameterizedTest
    @CsvSource({
        "true, false, false, 0x03",
        "false, false, false, 0x05",
        "true, true, false, 0x13",
        "true, false, true, 0x23",
    })
    void isHeededWhereTheDriverTookIt(boolean high, boolean echo, boolean termination, String flags) {
        Rs485 rs485 = new Rs485(true, high, 3, 4, echo, termination);
        assertThat(rs485.unheeded(taken(Integer.decode(flags), 3, 4))).isEmpty();
    }

    @Test
    void isNotHeededWhereTheDriverDroppedIt() {
        Rs485 rs485 = new Rs485(true, true, 3, 4, true, true);
        assertThat(rs485.unheeded(taken(0, 0, 0)))
                .containsExactly("rs-485", "rs-485-before", "rs-485-after", "rs-485-echo", "rs-485-termination");
        assertThat(rs485.unheeded(taken(0x35, 3, 4))).containsExactly("rs-485");
        assertThat(rs485.unheeded(taken(0x13, 3, 0))).containsExactly("rs-485-after", "rs-485-termination");
    }
}
