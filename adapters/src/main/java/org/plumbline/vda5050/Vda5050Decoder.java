package org.plumbline.vda5050;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Packet;
import org.plumbline.json.MessageReader;

/** Takes the signals from the vehicle's messages; what is on other topics is no message of its protocol. */
final class Vda5050Decoder implements Decoder {

    private final Vehicle vehicle;
    private final MessageReader reader;
    private final List<Vda5050Signal> signals;

    Vda5050Decoder(Vehicle vehicle, MessageReader reader, List<Vda5050Signal> signals) {
        this.vehicle = vehicle;
        this.reader = reader;
        this.signals = signals;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        sink.frame(time, packet);
        vehicle.name(packet.address())
                .ifPresent(topic -> reader.read(packet, sink).ifPresent(message -> take(topic, message, sink)));
    }

    private void take(String topic, JsonNode message, DecodeSink sink) {
        signals.stream()
                .filter(signal -> signal.topic().equals(topic))
                .forEach(signal -> signal.read(message, vehicle, sink));
    }
}
