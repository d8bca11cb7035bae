package org.plumbline.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.channel.Packet;

class NetworkHistoryTest {

    /** Such as {@code 10 hold {"for":"5 s"}}, apart by semicolons; times in seconds. */
    private static SortedMap<Long, Packet> acts(String text) {
        SortedMap<Long, Packet> acts = new TreeMap<>();
        Arrays.stream(text.split(";"))
                .map(act -> act.strip().split(" ", 3))
                .forEach(act -> acts.put(s(act[0]), new Packet("$mqtt/network/" + act[1], act[2].getBytes(UTF_8))));
        return acts;
    }

    private static long s(String seconds) {
        return Long.parseLong(seconds) * 1_000_000_000L;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "10 drop {}, true",
                "'10 refuse {\"client\":\"rov-1\"}', true",
                "5 stop {}; 10 start {}, true",
                "5 stop {}; 11 start {}, false",
                "10 stop {}, false",
                "15 stop {}, false",
                "25 stop {}, true",
                "5 start {}; 12 start {}, true",
                "'10 hold {\"for\":\"5 s\"}', true",
                "'10 hold {\"for\":\"15 s\"}', false",
                "'10 hold {\"for\":\"15 s\"}; 19 release {}', true",
                "'10 hold {\"for\":\"15 s\"}; 19 release {\"client\":\"rov-1\"}', false",
                "'1 hold {\"for\":\"1 h\"}; 2 hold {\"for\":\"1 s\"}', false",
            })
    void knowsWhetherAllHasComeFrom10sTo20s(String acts, boolean all) {
        assertThat(NetworkHistory.of("link", acts(acts), s("20")).hearsAll(s("10"), s("20")))
                .isEqualTo(all);
    }
}
