package org.plumbline.modbus;

import java.util.List;
import java.util.Optional;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.channel.Mistakable;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.serial.SerialTransport;
import org.plumbline.text.Text;

/** Modbus RTU as master, or as listener on a bus that has one: Modbus over Serial Line V1.02, Modbus Application Protocol V1.1b3. */
public final class ModbusRtuCodec implements Codec {

    @Override
    public String name() {
        return "modbus-rtu";
    }

    @Override
    public Optional<Carriage> reads() {
        return Optional.of(Carriage.STREAM);
    }

    @Override
    public List<Key> channelKeys() {
        return List.of(ModbusKeys.ROLE, ModbusKeys.RESPONSE_TIMEOUT, ModbusKeys.SILENT_INTERVAL, ModbusKeys.ECHO);
    }

    @Override
    public List<Key> signalKeys() {
        return ModbusKeys.SIGNAL;
    }

    @Override
    public List<Key> commandKeys() {
        return ModbusKeys.COMMAND;
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
        return decoder(channel, signals, List.of());
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals, List<CommandSpec> commands) {
        boolean listens = ModbusKeys.listens(channel.settings());
        List<ModbusPoint> points = points(signals, listens);
        long patience = patience(channel);
        Optional<Integer> baud = channel.settings().integer("baud").or(() -> Optional.of(SerialTransport.USUAL_BAUD)
                .filter(usual -> channel.transport().equals(SerialTransport.NAME)));
        WireTime line = baud.map(WireTime::at).orElse(WireTime.UNKNOWN);
        if (listens) {
            return new ModbusListener(points, patience, line);
        }
        return new ModbusMaster(
                new RtuFraming(),
                points,
                new PollPlan(points, readings(commands)),
                channel.settings()
                        .duration("silent-interval")
                        .orElseGet(() -> SilentInterval.nanos(baud.orElse(SerialTransport.USUAL_BAUD))),
                patience,
                line,
                ModbusKeys.echoes(channel.settings()));
    }

    private static List<ModbusPoint> points(List<SignalSpec> signals, boolean heard) {
        return signals.stream().map(signal -> ModbusPoint.of(signal, heard)).toList();
    }

    private static List<Question> readings(List<CommandSpec> commands) {
        return commands.stream()
                .flatMap(command -> new ModbusCommand(new RtuFraming(), command.settings()).reading().stream())
                .toList();
    }

    /** A listener takes no answer that comes late. */
    @Override
    public Optional<Mistakable> mistakable(
            ChannelSpec channel, List<SignalSpec> signals, List<CommandSpec> commands, SignalSpec signal) {
        if (ModbusKeys.listens(channel.settings())) {
            return Optional.empty();
        }
        PollPlan plan = new PollPlan(points(signals, false), readings(commands));
        ModbusPoint point = ModbusPoint.of(signal, false);
        return plan.of(point)
                .map(question -> new Mistakable(
                        (kind, detail) -> ModbusMaster.isMissed(question, plan.isMistakable(point), kind, detail),
                        ModbusMaster::mayBeLate,
                        other -> plan.of(ModbusPoint.of(other, false))
                                .filter(each -> each.unit() == question.unit())
                                .isPresent(),
                        patience(channel)));
    }

    private static long patience(ChannelSpec channel) {
        return channel.settings().duration("response-timeout").orElse(1_000_000_000L);
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        if (ModbusKeys.listens(channel.settings())) {
            throw new InputException(new Problem(
                    command.settings().place(),
                    new Text(
                                    "通道 %s 只监听（role: listener），不能发送命令 %s",
                                    "channel %s only listens (role: listener): it cannot send the command %s")
                            .with(channel.name(), command.name()),
                    new Text("请删除该命令，或用 role: master", "take the command out, or write role: master")));
        }
        return new ModbusCommand(new RtuFraming(), command.settings());
    }
}
