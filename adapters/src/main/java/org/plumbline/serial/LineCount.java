package org.plumbline.serial;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.text.Text;

/**
 * What a line has thrown away since the port exists.
 *
 * @param overruns times that bytes came before those in the port's own buffer were taken, or found the kernel's buffer full
 * @param framing characters whose stop bit was not there
 * @param parity characters with a wrong parity bit
 * @param breaks at each of which what nobody had read yet was thrown away
 */
record LineCount(long overruns, long framing, long parity, long breaks) {

    private static final int FRAMING = 24;
    private static final int OVERRUN = 28;
    private static final int PARITY = 32;
    private static final int BREAK = 36;
    private static final int BUFFER_OVERRUN = 40;

    /**
     * As Linux counts it.
     *
     * @param counters {@code struct serial_icounter_struct} of linux/serial.h
     * @param checked whether the port looks at parity: only then the serial library has characters with errors dropped
     * @param flushed whether a break throws away what nobody has read yet, as the serial library has it without RS-485
     */
    static LineCount of(Pointer counters, boolean checked, boolean flushed) {
        return new LineCount(
                count(counters, OVERRUN) + count(counters, BUFFER_OVERRUN),
                checked ? count(counters, FRAMING) : 0,
                checked ? count(counters, PARITY) : 0,
                flushed ? count(counters, BREAK) : 0);
    }

    private static long count(Pointer counters, int offset) {
        return Integer.toUnsignedLong(counters.getInt(offset));
    }

    /** In words, what came to it after an earlier count. */
    List<Text> since(LineCount before) {
        return Stream.of(
                        words(
                                overruns - before.overruns,
                                "串口接收缓冲区溢出 %d 次",
                                "the serial port's buffer overran %d times"),
                        words(
                                framing - before.framing,
                                "串口丢弃了 %d 个停止位有误的字符",
                                "the serial port dropped %d characters with framing errors"),
                        words(
                                parity - before.parity,
                                "串口丢弃了 %d 个校验有误的字符",
                                "the serial port dropped %d characters with parity errors"),
                        words(
                                breaks - before.breaks,
                                "线路上出现 %d 次 break，每次都清空了接收缓冲区",
                                "%d breaks on the line, each of which emptied the serial port's buffer"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Text> words(long more, String zh, String en) {
        return more == 0 ? List.of() : List.of(new Text(zh, en).with(more));
    }
}
