package org.plumbline.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.sun.jna.Memory;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Key;

/**
 * Who drives the line of a half-duplex bus (TIA/EIA-485): the port's own driver, by RTS. The serial library passes over
 * what a system or a driver cannot do; a bus on which nothing is driven looks like a device that does not answer.
 *
 * @param high whether RTS is high while sending
 * @param before milliseconds between switching to sending and the first bit
 * @param after milliseconds between the last bit and switching back
 * @param echo whether what is sent is heard, too
 * @param termination whether the port's own terminating resistor is switched in
 */
record Rs485(boolean on, boolean high, int before, int after, boolean echo, boolean termination) {

    static final Rs485 NONE = new Rs485(false, true, 0, 0, false, false);

    static final String SWITCH = "rs-485";
    static final String BEFORE = "rs-485-before";
    static final String AFTER = "rs-485-after";
    static final String ECHO = "rs-485-echo";
    static final String TERMINATION = "rs-485-termination";

    static final List<Key> KEYS = List.of(
            Key.optional(
                    SWITCH,
                    Key.Type.TEXT,
                    "RS-485 收发切换: 发送时 RTS 为 high 或 low；none 为不切换（默认 none）",
                    "RS-485 switching: RTS is high or low while sending; none: no switching (default none)"),
            Key.optional(
                    BEFORE,
                    Key.Type.INTEGER,
                    "切换到发送后等待，毫秒，至多 100（默认 0）",
                    "pause between switching to sending and the first bit in milliseconds, at most 100 (default 0)"),
            Key.optional(
                    AFTER,
                    Key.Type.INTEGER,
                    "发送完到切回接收的等待，毫秒，至多 100（默认 0）",
                    "pause between the last bit and switching back in milliseconds, at most 100 (default 0)"),
            Key.optional(
                    ECHO,
                    Key.Type.FLAG,
                    "是否也接收自己发送的数据（默认 false）",
                    "whether what is sent is received, too (default false)"),
            Key.optional(
                    TERMINATION,
                    Key.Type.FLAG,
                    "是否接入端口自带的终端电阻（默认 false）",
                    "whether the port's own terminating resistor is switched in (default false)"));

    /** What {@code rs-485:} takes. */
    static final Map<String, Integer> LEVELS = Map.of("none", 0, "low", 1, "high", 2);

    /** Linux waits no longer. */
    static final int LONGEST = 100;

    private static final int MICROS = 1_000;

    private static final long TIOCGRS485 = 0x542E;

    /** Of {@code struct serial_rs485}: eight numbers of four bytes. */
    private static final int SIZE = 32;

    private static final int ENABLED = 1;
    private static final int ON_SEND = 1 << 1;
    private static final int AFTER_SEND = 1 << 2;
    private static final int HEARD = 1 << 4;
    private static final int TERMINATED = 1 << 5;

    /** The first of the keys that say something about a switching that there is not. */
    static Optional<String> needless(Settings settings) {
        return KEYS.stream()
                .map(Key::name)
                .filter(key -> !key.equals(SWITCH) && settings.keys().contains(key))
                .findFirst();
    }

    /** Before the port is opened. */
    void set(SerialPort port) {
        if (on) {
            port.setRs485ModeParameters(true, high, termination, echo, before * MICROS, after * MICROS);
        }
    }

    /** The keys that the open port does not heed. */
    List<String> unheeded(Path port) {
        if (!on) {
            return List.of();
        } else if (Platform.isLinux()) {
            return Descriptor.of(port).map(this::unheeded).orElse(List.of());
        }
        return Platform.isWindows() ? beyondToggling() : List.of(SWITCH);
    }

    private List<String> unheeded(Descriptor descriptor) {
        Memory taken = new Memory(SIZE);
        return descriptor.ask(TIOCGRS485, taken) ? unheeded(taken) : List.of(SWITCH);
    }

    /** @param taken as the kernel gives it back: what the driver cannot do is not in it */
    List<String> unheeded(Pointer taken) {
        int flags = taken.getInt(0);
        List<String> unheeded = new ArrayList<>();
        compare(SWITCH, flags & (ENABLED | ON_SEND | AFTER_SEND), ENABLED | (high ? ON_SEND : AFTER_SEND), unheeded);
        compare(BEFORE, taken.getInt(4), before, unheeded);
        compare(AFTER, taken.getInt(8), after, unheeded);
        compare(ECHO, flags & HEARD, echo ? HEARD : 0, unheeded);
        compare(TERMINATION, flags & TERMINATED, termination ? TERMINATED : 0, unheeded);
        return unheeded;
    }

    /** Windows has RTS high while it sends (RTS_CONTROL_TOGGLE), and nothing else to choose. */
    private List<String> beyondToggling() {
        List<String> unheeded = new ArrayList<>();
        compare(SWITCH, 1, high ? 1 : 0, unheeded);
        compare(BEFORE, 0, before, unheeded);
        compare(AFTER, 0, after, unheeded);
        compare(ECHO, 0, echo ? 1 : 0, unheeded);
        compare(TERMINATION, 0, termination ? 1 : 0, unheeded);
        return unheeded;
    }

    private static void compare(String key, int given, int wanted, List<String> unheeded) {
        if (given != wanted) {
            unheeded.add(key);
        }
    }
}
