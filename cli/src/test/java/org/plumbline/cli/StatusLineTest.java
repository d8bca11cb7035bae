package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class StatusLineTest {

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    @Test
    void noLineThatMovesCanTakeTwo() {
        new StatusLine(new Console(out, out, true)).moving("a", "观察".repeat(40));
        String line =
                written.toString().replaceAll("\u001b\\[[?0-9]+[a-zA-Z]", "").stripTrailing();
        assertThat(Columns.width(line)).isBetween(70, 79);
        assertThat(written.toString()).startsWith("\u001b[?7l").endsWith("\u001b[?7h");
    }

    @Test
    void aLineThatStaysGoesAboveThoseThatMove() {
        StatusLine status = new StatusLine(new Console(out, out, true));
        status.moving("a", "one");
        status.moving("b", "two");
        written.getBuffer().setLength(0);
        status.line("ended");
        assertThat(written.toString()).matches("(?s)\u001b\\[2A\r\u001b\\[Jended\\R.*one\\Rtwo\\R.*");
    }

    @Test
    void nothingMovesWhereItCannotBeWrittenOver() {
        StatusLine status = new StatusLine(new Console(out, out, false));
        status.moving("a", "one");
        status.line("ended");
        assertThat(written.toString()).isEqualToIgnoringNewLines("ended\n");
    }
}
