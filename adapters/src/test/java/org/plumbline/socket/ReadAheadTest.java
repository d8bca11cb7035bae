package org.plumbline.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    /** Counts how often it is asked for anything. */
    private static final class Asked extends ByteArrayInputStream {

        private int times;

        Asked(byte... bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            times++;
            return super.read(into, offset, length);
        }

        @Override
        public synchronized int available() {
            times++;
            return super.available();
        }
    }

    @Test
    void asksOnceForWhatIsReadByteByByte() throws IOException {
        Asked asked = new Asked((byte) 1, (byte) 2, (byte) 3);
        try (InputStream ahead = new ReadAhead(asked)) {
            assertThat(ahead.available()).isZero();
            assertThat(ahead.read()).isEqualTo(1);
            assertThat(ahead.available()).isEqualTo(2);
            assertThat(ahead.read()).isEqualTo(2);
            assertThat(ahead.read()).isEqualTo(3);
            assertThat(ahead.available()).isZero();
            assertThat(asked.times).isEqualTo(1);
            assertThat(ahead.read()).isEqualTo(-1);
        }
    }
}
