package org.plumbline.framing;

import java.util.Arrays;
import java.util.function.Consumer;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;

/** Cuts a stream of bytes into lines; a line that grows beyond its bound is handed over as it is. Not thread-safe. */
public final class LineSplitter {

    private final byte[] line;
    private final byte end;
    private int size;

    /** @param bound the most bytes that a line may have, line end included */
    public LineSplitter(int bound) {
        this(bound, (byte) '\n');
    }

    /**
     * @param bound the most bytes that a line may have, line end included
     * @param end ends a line; so does LF, unless it comes first and belongs to a CR LF that CR has cut
     */
    public LineSplitter(int bound, byte end) {
        this.line = new byte[bound];
        this.end = end;
    }

    /** Takes what one read brought; each complete line, with its line end, goes to the consumer. */
    public void take(byte[] bytes, Consumer<byte[]> lines) {
        for (byte b : bytes) {
            line[size++] = b;
            if (b == end || b == '\n' && size > 1 || size == line.length) {
                lines.accept(Arrays.copyOf(line, size));
                size = 0;
            }
        }
    }

    /** Gives out what has come of an unfinished line, which is then forgotten: the connection broke. */
    public void broken(long time, DecodeSink sink) {
        if (size > 0) {
            sink.frame(time, Packet.of(Arrays.copyOf(line, size)));
            sink.error(FrameError.SYNTAX, FaultWords.CUT_OFF);
            size = 0;
        }
    }
}
