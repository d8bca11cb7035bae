package org.plumbline.mavlink;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Packet;
import org.plumbline.text.Text;

/** What a device says of a command: COMMAND_ACK (command protocol of the MAVLink project's guide). */
record Acknowledgement(Source from, ByteBuffer payload) {

    private static final MessageDefinition DEFINITION = definition("COMMAND_ACK");

    private static final MessageDefinition SET_MODE = definition("SET_MODE");

    private static final Set<MessageDefinition> COMMANDS =
            Set.of(definition("COMMAND_LONG"), definition("COMMAND_INT"), SET_MODE);

    /**
     * Under which commands SET_MODE is answered, which is none itself: by ArduPilot under the message's own number, which no MAV_CMD
     * has, by PX4 under MAV_CMD_DO_SET_MODE, which it makes of it.
     */
    private static final Set<Integer> OF_SET_MODE = Set.of(SET_MODE.id(), 176);

    private static final int ACCEPTED = 0;

    private static final int IN_PROGRESS = 5;

    /** MAV_RESULT. */
    private static final Map<Integer, Text> MEANINGS = Map.of(
            1, new Text("暂时拒绝", "temporarily rejected"),
            2, new Text("拒绝", "denied"),
            3, new Text("不支持该命令", "unsupported"),
            4, new Text("执行失败", "failed"),
            6, new Text("已取消", "cancelled"),
            7, new Text("只接受 COMMAND_LONG", "only as COMMAND_LONG"),
            8, new Text("只接受 COMMAND_INT", "only as COMMAND_INT"),
            9, new Text("不支持该坐标系", "unsupported frame of coordinates"));

    /** Of several components to which a command goes, the one that flies or steers: MAV_COMP_ID_AUTOPILOT1. */
    private static final int AUTOPILOT = 1;

    private static MessageDefinition definition(String name) {
        return Definitions.message(name).orElseThrow();
    }

    static Optional<Acknowledgement> of(MavlinkFrame frame) {
        return frame.message() == DEFINITION.id()
                ? Optional.of(new Acknowledgement(Source.of(frame), frame.payload(DEFINITION)))
                : Optional.empty();
    }

    /** Whether one comes to that frame. */
    static boolean isDue(Packet sent) {
        return command(new MavlinkFrame(sent.payload())).isPresent();
    }

    private static Optional<MessageDefinition> command(MavlinkFrame frame) {
        return COMMANDS.stream().filter(each -> each.id() == frame.message()).findFirst();
    }

    void tell(DecodeSink sink) {
        int result = number(DEFINITION, payload, "result");
        if (result == ACCEPTED) {
            sink.accepted(this::isFor);
        } else if (result == IN_PROGRESS) {
            sink.goesOn(this::isFor);
        } else {
            sink.declined(this::isFor, words(result));
        }
    }

    /** What MAVLink 1 does not say, or nobody has filled in, is 0. */
    private boolean isFor(Packet sent) {
        MavlinkFrame frame = new MavlinkFrame(sent.payload());
        return command(frame)
                .filter(message -> isFor(frame, message, frame.payload(message)))
                .isPresent();
    }

    private boolean isFor(MavlinkFrame frame, MessageDefinition message, ByteBuffer asked) {
        int system = number(message, asked, "target_system");
        int component = message == SET_MODE ? 0 : number(message, asked, "target_component");
        return commands(message, asked).contains(number(DEFINITION, payload, "command"))
                && (system == 0 || system == from.system())
                && (component == 0 ? AUTOPILOT : component) == from.component()
                && isOrAny(frame.system(), number(DEFINITION, payload, "target_system"))
                && isOrAny(frame.component(), number(DEFINITION, payload, "target_component"));
    }

    private static Set<Integer> commands(MessageDefinition message, ByteBuffer asked) {
        return message == SET_MODE ? OF_SET_MODE : Set.of(number(message, asked, "command"));
    }

    private static boolean isOrAny(int number, int target) {
        return target == 0 || target == number;
    }

    private static int number(MessageDefinition message, ByteBuffer payload, String field) {
        return message.field(field).orElseThrow().whole(payload).intValue();
    }

    private static Text words(int result) {
        Text named = new Text("COMMAND_ACK 结果 %d", "COMMAND_ACK result %d").with(result);
        Text meaning = MEANINGS.get(result);
        return meaning == null ? named : named.and(new Text("：%s", ": %s").with(meaning));
    }
}
