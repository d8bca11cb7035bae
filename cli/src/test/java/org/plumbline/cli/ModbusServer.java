package org.plumbline.cli;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** Answers on Modbus TCP (Modbus Messaging on TCP/IP V1.0b, 3.1.3): all by one function, from a question's unit and PDU to an answer's. */
final class ModbusServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    /** @param answer both in hexadecimal, unit first; empty for none */
    ModbusServer(UnaryOperator<String> answer) throws IOException {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    answer(client, answer);
                } catch (IOException e) {
                    // the client or the server has gone
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer(Socket client, UnaryOperator<String> answer) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        HexFormat hex = HexFormat.of();
        while (true) {
            byte[] numbered = in.readNBytes(4);
            byte[] question = in.readNBytes(in.readUnsignedShort());
            byte[] answered = hex.parseHex(answer.apply(hex.formatHex(question)));
            if (answered.length > 0) {
                byte[] frame = new byte[6 + answered.length];
                System.arraycopy(numbered, 0, frame, 0, 4);
                frame[5] = (byte) answered.length;
                System.arraycopy(answered, 0, frame, 6, answered.length);
                client.getOutputStream().write(frame);
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
