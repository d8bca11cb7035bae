package org.plumbline.probe;

import java.util.Optional;
import org.plumbline.channel.FrameError;
import org.plumbline.standard.Completeness;
import org.plumbline.text.Text;

/** Questions without the answer that was sought. The frames that come are sound, and so is what they come over. */
final class Unanswered {

    private Unanswered() {}

    static Optional<Text> refused(Heard heard) {
        return Optional.ofNullable(heard.faults().get(FrameError.EXCEPTION)).map(fault -> new Text(
                        "设备有应答，连接无误，但拒绝了询问: %s；请按设备手册核对所问的内容",
                        "the device answers, so the connection is right, but refuses what it is asked: %s;"
                                + " compare what is asked with its manual")
                .with(fault.last()));
    }

    /** More than may be missing of an instrument's frames. */
    static Optional<Text> missed(Heard heard, Completeness required) {
        return Optional.ofNullable(heard.faults().get(FrameError.TIMEOUT))
                .filter(fault -> fault.count()
                        > required.faultyFrames() * (heard.frames().count() + fault.count()))
                .map(fault -> new Text(
                                "有 %d 次询问没有应答，最近一次: %s；检查该设备的地址、电源和接线，以及 response-timeout 是否够长",
                                "%d questions were not answered, the last one: %s; check that device's address, power and"
                                        + " wiring, and whether response-timeout is long enough")
                        .with(fault.count(), fault.last()));
    }
}
