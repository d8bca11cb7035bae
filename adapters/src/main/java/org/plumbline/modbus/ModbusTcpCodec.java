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

/** Modbus on TCP/IP as client: Modbus Messaging on TCP/IP Implementation Guide V1.0b. */
public final class ModbusTcpCodec implements Codec {

    @Override
    public String name() {
        return "modbus-tcp";
    }

    @Override
    public Optional<Carriage> reads() {
        return Optional.of(Carriage.STREAM);
    }

    @Override
    public List<Key> channelKeys() {
        return List.of(ModbusKeys.RESPONSE_TIMEOUT);
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
        List<ModbusPoint> points =
                signals.stream().map(signal -> ModbusPoint.of(signal, false)).toList();
        return new ModbusMaster(
                new TcpFraming(),
                points,
                new PollPlan(points, List.of()),
                0,
                channel.settings().duration("response-timeout").orElse(1_000_000_000L),
                WireTime.UNKNOWN,
                false);
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        return new ModbusCommand(new TcpFraming(), command.settings());
    }
}
