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
                        new ChannelLatency("nav", "serial", 200, 11_000, 25_000, 4_000, null),
                        new ChannelLatency("state", "mqtt", 0, 0, 0, 0, new Text("拒绝", "refused"))));
        Map<String, String> texts = RecordedCharacterisation.toTexts(written);
        assertThat(texts).containsEntry("nav.p99-ns", "25000").containsEntry("state.trouble-zh", "拒绝");
        assertThat(RecordedCharacterisation.of(texts)).isEqualTo(written);
    }

    @Test
    void aCaptureFromBeforeHasOneForEachKindOfConnection() {
        Map<String, String> texts = Map.of(
                "transports", "serial", "serial.messages", "200", "serial.median-ns", "11", "serial.p99-ns", "25");
        assertThat(RecordedCharacterisation.of(texts).channels())
                .containsExactly(new ChannelLatency("serial", "serial", 200, 11, 25, 0, null));
    }

    @Test
    void isNoneInACaptureFromBefore() {
        assertThat(RecordedCharacterisation.of(Map.of())).isEqualTo(Characterisation.NONE);
    }
}
