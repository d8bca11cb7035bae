package org.plumbline.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fazecast.jSerialComm.SerialPort;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

class SerialSettingsTest {

    private static SerialSettings settings(Map<String, ?> changes) {
        Map<String, Object> values = new HashMap<>(changes);
        values.put("port", "/dev/ttyX");
        return SerialSettings.of(Settings.of(values));
    }

    @Test
    void are9600And8N1WhereNothingIsSaid() {
        assertThat(settings(Map.of()))
                .isEqualTo(new SerialSettings(
                        "/dev/ttyX",
                        "/dev/ttyX",
                        9600,
                        8,
                        SerialPort.ONE_STOP_BIT,
                        SerialPort.NO_PARITY,
                        SerialPort.FLOW_CONTROL_DISABLED,
                        Rs485.NONE,
                        false));
    }

    @Test
    void switchAnRs485Bus() {
        assertThat(settings(Map.of("rs-485", "low", "rs-485-before", 1, "rs-485-after", 2, "rs-485-echo", true))
                        .rs485())
                .isEqualTo(new Rs485(true, false, 1, 2, true, false));
        assertThat(settings(Map.of("flow-control", "dtr-dsr")).flow())
                .isEqualTo(SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED);
    }

    private static void assertRefused(Map<String, ?> changes, String zh, String en) {
        assertThatThrownBy(() -> settings(changes)).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.message(Language.ZH)).isEqualTo("(java): " + zh);
            assertThat(e.message(Language.EN)).isEqualTo("(java): " + en);
        });
    }

    /** A UART makes them one and a half. */
    @Test
    void haveNoTwoStopBitsWithFiveDataBits() {
        assertRefused(
                Map.of("data-bits", 5, "stop-bits", 2),
                "stop-bits 的值 2 无效；5 个数据位时只能是 1 或 1.5：UART 此时发 1.5 个停止位",
                "stop-bits cannot be 2; with 5 data bits a UART sends 1.5 in place of 2: write 1.5, or 1");
    }

    @Test
    void doNotSwitchWithARtsThatIsInUse() {
        assertRefused(
                Map.of("rs-485", "high", "flow-control", "rts-cts"),
                "flow-control 的值 rts-cts 无效；RS-485 切换要用 RTS: 请改为 none",
                "flow-control cannot be rts-cts; RS-485 switching needs RTS: make it none");
    }

    @Test
    void doNotSayHowToSwitchWhereNothingIsSwitched() {
        assertRefused(
                Map.of("rs-485-after", 5),
                "rs-485 的值 none 无效；请写 high 或 low，或删去 rs-485-after",
                "rs-485 cannot be none; write high or low, or take rs-485-after out");
    }

    @Test
    void pauseNoLongerThanLinuxDoes() {
        assertRefused(
                Map.of("rs-485", "high", "rs-485-before", 101),
                "rs-485-before 的值 101 无效；可用: 0 至 100",
                "rs-485-before cannot be 101; use 0 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"usb", "usb:", "usb:403:6001", "usb:0403-6001", "location:"})
    void takeAnIdentityInItsFormOnly(String port) {
        Settings settings = Settings.of(Map.of("port", port));
        if (port.contains(":")) {
            assertThatThrownBy(() -> SerialSettings.of(settings))
                    .isInstanceOfSatisfying(
                            InputException.class,
                            e -> assertThat(e.message(Language.EN))
                                    .isEqualTo(
                                            "(java): port cannot be " + port
                                                    + "; use: usb:0403:6001, usb:0403:6001:SERIAL, usb:0403:6011:SERIAL/if01, location:1-2"));
        } else {
            assertThat(SerialSettings.of(settings).port()).isEqualTo(port);
        }
    }

    @Test
    void areReadByTheirWords() {
        SerialSettings settings = settings(
                Map.of("baud", 38400, "data-bits", 7, "stop-bits", 1.5, "parity", "even", "flow-control", "rts-cts"));
        assertThat(settings.baud()).isEqualTo(38400);
        assertThat(settings.dataBits()).isEqualTo(7);
        assertThat(settings.stopBits()).isEqualTo(SerialPort.ONE_POINT_FIVE_STOP_BITS);
        assertThat(settings.parity()).isEqualTo(SerialPort.EVEN_PARITY);
        assertThat(settings.flow())
                .isEqualTo(SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED);
    }

    @ParameterizedTest
    @CsvSource({
        "baud, 0, 'write a positive number, such as 9600', '请写正整数，如 9600'",
        "data-bits, 9, 'use one of: 5, 6, 7, 8', '可用: 5, 6, 7, 8'",
        "data-bits, 4, 'use one of: 5, 6, 7, 8', '可用: 5, 6, 7, 8'",
        "stop-bits, 3, 'use one of: 1, 1.5, 2', '可用: 1, 1.5, 2'",
        "parity, N, 'use one of: even, mark, none, odd, space', '可用: even, mark, none, odd, space'",
        "flow-control, rts, 'use one of: dtr-dsr, none, rts-cts, xon-xoff', '可用: dtr-dsr, none, rts-cts, xon-xoff'",
    })
    void thatAreWrongAreSaidInBothLanguages(String key, String value, String en, String zh) {
        assertThatThrownBy(() -> settings(Map.of(key, value))).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.message(Language.EN)).isEqualTo("(java): " + key + " cannot be " + value + "; " + en);
            assertThat(e.message(Language.ZH)).isEqualTo("(java): " + key + " 的值 " + value + " 无效；" + zh);
        });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPortThatIsNotThereIsABenchError() {
        ChannelSpec channel =
                new ChannelSpec("nav", "device", "serial", "lines", Settings.of(Map.of("port", "/dev/plumbline-none")));
        assertThatThrownBy(() -> new SerialTransport().open(channel, new NobodyHears()))
                .isInstanceOfSatisfying(BenchException.class, e -> {
                    assertThat(e.message(Language.EN))
                            .isEqualTo(
                                    "channel nav: serial port /dev/plumbline-none cannot be opened: there is no such port;"
                                            + " see plumbline ports for what is there");
                    assertThat(e.message(Language.ZH))
                            .isEqualTo("通道 nav 的串口 /dev/plumbline-none 无法打开: 没有这个端口；用 plumbline ports 查看可用端口");
                });
    }

    private static final class NobodyHears implements Receiver {

        @Override
        public long now() {
            return 0;
        }

        @Override
        public void received(long time, Packet packet) {
            throw new AssertionError();
        }

        @Override
        public void lost(Text cause) {
            throw new AssertionError();
        }

        @Override
        public void restored() {
            throw new AssertionError();
        }

        @Override
        public void overrun(long since, Text cause) {
            throw new AssertionError();
        }
    }
}
