package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.alignment.AlignedFile;
import org.plumbline.alignment.Anchor;
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
    void filesAreReadBackToTheLastDigit() {
        AlignedFile file = new AlignedFile(
                "log",
                "export.csv",
                "ab12",
                List.of(
                        new Anchor(-5, 10_000_000_001L, 0.1 + 0.2, new Text("按下", "pressed")),
                        new Anchor(7_000_000_123L, 17_000_000_999L, 1e-17, new Text("松开", "released"))),
                0.002,
                40e-6,
                new AlignedFile.Tally(9, 1, 2, 3));
        Characterisation written = Characterisation.NONE.with(List.of(file));
        assertThat(RecordedCharacterisation.of(RecordedCharacterisation.toTexts(written)))
                .isEqualTo(written);
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
