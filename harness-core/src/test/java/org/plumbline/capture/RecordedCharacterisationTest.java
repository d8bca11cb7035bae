package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.run.ChannelLatency;
import org.plumbline.run.Characterisation;
import org.plumbline.text.Text;

class RecordedCharacterisationTest {

    @Test
    void isReadBackAsItWasWritten() {
        Characterisation written = new Characterisation(
                31,
                List.of(
                        new ChannelLatency("serial", 200, 11_000, 25_000, 4_000, null),
                        new ChannelLatency("mqtt", 0, 0, 0, 0, new Text("拒绝", "refused"))));
        Map<String, String> texts = RecordedCharacterisation.toTexts(written);
        assertThat(texts).containsEntry("serial.p99-ns", "25000").containsEntry("mqtt.trouble-zh", "拒绝");
        assertThat(RecordedCharacterisation.of(texts)).isEqualTo(written);
    }

    @Test
    void isNoneInACaptureFromBefore() {
        assertThat(RecordedCharacterisation.of(Map.of())).isEqualTo(Characterisation.NONE);
    }
}
