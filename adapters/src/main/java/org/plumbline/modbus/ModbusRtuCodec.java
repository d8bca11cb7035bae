package org.plumbline.modbus;

import java.util.List;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;

/** Modbus RTU as master: Modbus over Serial Line V1.02, Modbus Application Protocol V1.1b3. */
public final class ModbusRtuCodec implements Codec {

    private static final int USUAL_BAUD = 9600;

    @Override
    public String name() {
        return "modbus-rtu";
    }

    @Override
    public List<Key> channelKeys() {
        return List.of(ModbusKeys.RESPONSE_TIMEOUT, ModbusKeys.SILENT_INTERVAL);
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
        int baud = channel.settings().integer("baud").orElse(USUAL_BAUD);
        return new ModbusMaster(
                new RtuFraming(),
                signals.stream().map(ModbusPoint::of).toList(),
                ModbusKeys.duration(channel.settings(), "silent-interval", SilentInterval.nanos(baud)),
                ModbusKeys.duration(channel.settings(), "response-timeout", 1_000_000_000L));
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        return new ModbusCommand(new RtuFraming(), command.settings());
    }
}
