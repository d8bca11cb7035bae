package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.plumbline.pty.PseudoTerminal;

/** A device on a serial line that says something fifty times a second; its port is a link, as udev makes them. */
final class SerialDevice implements AutoCloseable {

    private final Path port;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private PseudoTerminal line;
    private int count;
    private volatile IntFunction<String> speech;

    /** @param speech of a number that counts from 0: what is said next */
    SerialDevice(Path folder, IntFunction<String> speech) throws IOException {
        this.port = folder.resolve("ttyROV");
        this.speech = speech;
        this.line = plugIn(port);
        thread.scheduleAtFixedRate(this::speak, 0, 20, TimeUnit.MILLISECONDS);
    }

    private static PseudoTerminal plugIn(Path port) throws IOException {
        PseudoTerminal line = PseudoTerminal.open();
        Files.createSymbolicLink(port, line.port());
        return line;
    }

    private void speak() {
        line.write(speech.apply(count++).getBytes(ISO_8859_1));
    }

    /** A sentence with a depth of so many decimetres and its check value. */
    static String depth(int decimetres) {
        String body = "SDDPT,%d.%d,0.5,".formatted(decimetres / 10, decimetres % 10);
        return "$%s*%02X\r\n".formatted(body, body.chars().reduce(0, (a, b) -> a ^ b));
    }

    /** Depths from 1.0 m on, in a circle. */
    static String depths(int count) {
        return depth(10 + count % 50);
    }

    Path port() {
        return port;
    }

    /** Says something else from now on. */
    void say(IntFunction<String> other) {
        speech = other;
    }

    /** After so many milliseconds. */
    void later(int millis, Runnable act) {
        thread.schedule(act, millis, TimeUnit.MILLISECONDS);
    }

    /**
     * The cable is pulled when whoever listens has had time for these bytes and has taken them: Linux drops what nobody has
     * read by then.
     *
     * @param then what happens next
     */
    void vanishAfter(String bytes, Runnable then) {
        line.write(bytes.getBytes(ISO_8859_1));
        speech = n -> "";
        later(500, () -> vanishOnceRead(then));
    }

    private void vanishOnceRead(Runnable then) {
        try {
            if (unread() > 0) {
                later(20, () -> vanishOnceRead(then));
                return;
            }
            Files.delete(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.close();
        then.run();
    }

    private int unread() throws IOException {
        try (FileInputStream other = new FileInputStream(line.port().toFile())) {
            return other.available();
        }
    }

    /** Is there again, as another port under the same name. */
    void comeBack(IntFunction<String> saying) {
        try {
            line = plugIn(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        speech = saying;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        line.close();
    }
}
