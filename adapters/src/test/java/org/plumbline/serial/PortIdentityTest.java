package org.plumbline.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.error.BenchException;
import org.plumbline.text.Language;

class PortIdentityTest {

    private static final Map<String, PortIdentity> THERE = new TreeMap<>(Map.of(
            "/dev/ttyS0", PortIdentity.of(-1, -1, "Unknown", "0-0", ""),
            "/dev/ttyS1", PortIdentity.of(-1, -1, "Unknown", "0-0.0", ""),
            "/dev/ttyUSB0", PortIdentity.of(0x0403, 0x6001, "FT1A", "1-1.4", "if00"),
            "/dev/ttyUSB1", PortIdentity.of(0x0403, 0x6001, "FT2B", "1-1.3", "if00"),
            "/dev/ttyUSB2", PortIdentity.of(0x1a86, 0x7523, null, "1-2", "if00"),
            "/dev/ttyUSB3", PortIdentity.of(0x0403, 0x6011, "FT4C", "1-4", "if00"),
            "/dev/ttyUSB4", PortIdentity.of(0x0403, 0x6011, "FT4C", "1-4", "if01")));

    private static String named(String port) {
        Settings settings = Settings.of(Map.of("port", port));
        return SerialTransport.named(
                new ChannelSpec("nav", "device", "serial", "lines", settings),
                SerialSettings.of(settings),
                PortIdentity.wanted(port).orElseThrow(),
                THERE);
    }

    @ParameterizedTest
    @CsvSource({
        "usb:0403:6001:FT2B, /dev/ttyUSB1",
        "usb:1A86:7523, /dev/ttyUSB2",
        "location:1-1.4, /dev/ttyUSB0",
        "location:1-2, /dev/ttyUSB2",
        "location:1-2/if00, /dev/ttyUSB2",
        "usb:0403:6011:FT4C/if00, /dev/ttyUSB3",
        "usb:0403:6011/if01, /dev/ttyUSB4",
        "usb:0403:6011/if01-port0, /dev/ttyUSB4",
        "location:1-4/if01, /dev/ttyUSB4"
    })
    void findsTheOnePortThatHasIt(String port, String name) {
        assertThat(named(port)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/ttyUSB0", "COM3", "usb", "/dev/serial/by-id/usb:0403:6001"})
    void isNotMistakenForAName(String port) {
        assertThat(PortIdentity.wanted(port)).isEmpty();
    }

    private static void assertRefused(String port, String zh, String en) {
        assertThatThrownBy(() -> named(port)).isInstanceOfSatisfying(BenchException.class, e -> {
            assertThat(e.message(Language.ZH)).isEqualTo("通道 nav 的串口 " + port + " 无法打开: " + zh);
            assertThat(e.message(Language.EN))
                    .isEqualTo("channel nav: serial port " + port + " cannot be opened: " + en);
        });
    }

    @Test
    void saysThatNoneHasIt() {
        assertRefused(
                "usb:0403:6001:FT3C",
                "没有插着这样的设备；用 plumbline ports 查看可用端口",
                "no such device is plugged in; see plumbline ports for what is there");
    }

    @ParameterizedTest
    @CsvSource({
        "usb:0403:6001, '/dev/ttyUSB0, /dev/ttyUSB1'",
        "usb:0403:6011:FT4C, '/dev/ttyUSB3, /dev/ttyUSB4'",
        "location:1-4, '/dev/ttyUSB3, /dev/ttyUSB4'"
    })
    void saysThatSeveralHaveIt(String port, String names) {
        assertRefused(
                port,
                "有多个这样的设备: " + names
                        + "；请照 plumbline ports 所列写全标识（序列号、接口如 /if01），或改用 location:…；Linux 上也可用 /dev/serial/by-id、by-path 中的名称",
                "there are several such devices: " + names
                        + "; write the identity in full, as plumbline ports lists it (serial number, interface as in /if01),"
                        + " or use location:…; on Linux also a name in /dev/serial/by-id or by-path");
    }

    @Test
    void isPrintedAsPortTakesItWithThePartWhereThatIsNeeded() {
        assertThat(THERE.values())
                .extracting(port -> port.among(THERE.values()).toString())
                .containsExactly(
                        "",
                        "",
                        "usb:0403:6001:FT1A location:1-1.4",
                        "usb:0403:6001:FT2B location:1-1.3",
                        "usb:1a86:7523 location:1-2",
                        "usb:0403:6011:FT4C/if00 location:1-4/if00",
                        "usb:0403:6011:FT4C/if01 location:1-4/if01");
    }
}
