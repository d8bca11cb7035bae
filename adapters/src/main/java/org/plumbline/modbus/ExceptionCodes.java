package org.plumbline.modbus;

import java.util.Map;
import java.util.Optional;
import org.plumbline.text.Text;

/** What exception codes say of a question (Modbus Application Protocol V1.1b3, clause 7). */
final class ExceptionCodes {

    /** Of an answer that is no exception response either. */
    static final Text UNREADABLE = new Text("应答无法识读", "its answer cannot be read");

    /** It is being done, but takes long. */
    private static final int ACKNOWLEDGE = 5;

    private static final Map<Integer, Text> MEANINGS = Map.of(
            1, new Text("不支持该功能码", "no such function"),
            2, new Text("无此地址", "no such address"),
            3, new Text("不接受该值", "no such value"),
            4, new Text("设备执行失败", "the device failed to do it"),
            6, new Text("设备忙", "the device is busy"),
            8, new Text("设备存储器校验错误", "parity error in the device's memory"),
            10, new Text("网关没有通往它的路径", "the gateway has no path to it"),
            11, new Text("网关未收到它的应答", "the gateway gets no answer from it"));

    private ExceptionCodes() {}

    /**
     * Why what was asked is not done; empty where it is.
     *
     * @param code 0 where the exception response holds none
     */
    static Optional<Text> refusal(int code) {
        if (code == ACKNOWLEDGE) {
            return Optional.empty();
        } else if (code == 0) {
            return Optional.of(UNREADABLE);
        }
        Text named = new Text("异常码 %d", "exception code %d").with(code);
        Text meaning = MEANINGS.get(code);
        return Optional.of(meaning == null ? named : named.and(new Text("：%s", ": %s").with(meaning)));
    }
}
