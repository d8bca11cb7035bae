package org.plumbline.benchmark.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.plumbline.benchmark.figure.Machine;
import org.plumbline.channel.Value;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation.Sample;

/**
 * Records a device whose signal {@code n} counts from 0 on, until the last number is on the timeline, and checks that
 * every one is. The time that it says ends when the capture is closed. Arguments: a folder for the capture, the file that
 * is to be its device.yaml, how many numbers come, with which of them the time begins: what comes before warms up.
 */
public final class ListenMain {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
    private static final String SIGNAL = "n";

    private ListenMain() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[2]);
        int warm = Integer.parseInt(arguments[3]);
        Value last = new Value.Numeric(count - 1);
        try (LiveClock clock = new LiveClock()) {
            try (Recording recording = Recording.open(folder, Files.readString(Path.of(arguments[1])), clock)) {
                System.out.println("ready");
                Sample found = recording
                        .timeline()
                        .await(SIGNAL, 0, sample -> sample.value().equals(last), PATIENCE)
                        .orElseThrow(() -> new IOException("the last of " + count + " did not come"));
                System.out.println("timeline " + found.time() / 1e9);
                recording.seal();
                long sealed = clock.now();
                long begun = recording
                        .timeline()
                        .samples(SIGNAL, 0, PATIENCE)
                        .get(warm)
                        .time();
                System.out.println("seconds " + (sealed - begun) / 1e9);
                Recorded.check(recording.timeline(), SIGNAL, count);
            }
        }
        System.out.println("peak " + Machine.peakMegabytes());
        System.exit(0);
    }
}
