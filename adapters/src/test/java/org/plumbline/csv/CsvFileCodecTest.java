package org.plumbline.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FileDecoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

class CsvFileCodecTest {

    /** What each row gave: its time in nanoseconds, then its samples and errors. */
    private static List<String> rows(Map<String, ?> channel, byte[] file, SignalSpec... signals) {
        List<String> rows = new ArrayList<>();
        FileDecoder decoder =
                (FileDecoder) new CsvFileCodec().decoder(Heard.channel("csv-file", channel), List.of(signals));
        FileDecoder.Rows way = decoder.rows("log.csv", file);
        DecodeSink sink = new DecodeSink() {
            @Override
            public void frame(long time, Packet frame) {
                rows.add(Long.toString(time));
            }

            @Override
            public void sample(SignalSpec signal, Value value) {
                add(signal.name() + "=" + value.shown());
            }

            @Override
            public void error(FrameError kind, Text detail) {
                add(kind.key() + ": " + detail);
            }

            private void add(String what) {
                rows.set(rows.size() - 1, rows.get(rows.size() - 1) + " " + what);
            }
        };
        while (way.next(sink)) {
            assertThat(way.line()).isPositive();
        }
        return rows;
    }

    private static SignalSpec signal(String name, Map<String, ?> settings) {
        return Heard.signal(name, settings);
    }

    private static final SignalSpec FORCE = signal("force", Map.of("column", "F"));

    private static Map<String, Object> with(Object... more) {
        Map<String, Object> settings = new HashMap<>(Map.of("time-column", "t"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put((String) more[i], more[i + 1]);
        }
        return settings;
    }

    private static byte[] text(String file) {
        return file.getBytes(UTF_8);
    }

    /** The first example of RFC 4180, 2, in its two forms, and lines that end as computers let them end. */
    @ParameterizedTest
    @CsvSource({
        "'t,F\r\n1,5\r\n2,6\r\n'",
        "'t,F\n1,5\n2,6'",
        "'t,F\r1,5\r2,6\r'",
        "'\"t\",\"F\"\n\"1\",\"5\"\n\n 2 , 6 \n'"
    })
    void readsRowsByTheNamesOfTheirColumns(String file) {
        assertThat(rows(with(), text(file), FORCE)).containsExactly("1000000000 force=5", "2000000000 force=6");
    }

    /** The example of the text files of a recorder (Hioki 8807-01, manual, 12.5): names in words that no column has. */
    @Test
    void readsWhatTheManualOfARecorderPrints() {
        byte[] file = text("""
                "COMMENT","8807 MEM DATA"
                "DATE","01-01-1999"
                "TIME","15:26:55"
                "NUM_SIGS",11
                "INTERVAL", 2.500E-03
                "HORZ_UNITS","S"
                "VERT_UNITS","S","V ","V ","Bit","Bit","Bit","Bit","Bit","Bit","Bit","Bit"
                "SIGNAL","TIME","ACH1","ACH2","LCHA1","LCHA2","LCHA3","LCHA4","LCHB1","LCHB2","LCHB3","LCHB4"
                "DATA"
                0.0000E+00, +1.2500E-01, -7.0000E-01, 1, 1, 1, 1, 1, 1, 1, 1
                +2.5000E-03, +2.5000E-02, -7.0000E-01, 1, 1, 1, 1, 1, 1, 1, 1
                +5.0000E-03, -2.5000E-02, -6.7500E-01, 1, 1, 1, 1, 1, 1, 1, 1
                """.replace("\n", "\r\n"));
        assertThat(rows(
                        with("header-line", 0, "first-row", 10, "time-column", "1"),
                        file,
                        signal("ach1", Map.of("column", "2")),
                        signal("lcha1", Map.of("column", "4"))))
                .containsExactly("0 ach1=0.125 lcha1=1", "2500000 ach1=0.025 lcha1=1", "5000000 ach1=-0.025 lcha1=1");
    }

    /** The example of the spreadsheet format of an oscilloscope (LeCroy 9300C, manual, appendix E). */
    @Test
    void readsWhatTheManualOfAnOscilloscopePrints() {
        byte[] file = text("""
                LECROY9354,935412345
                Segments,1,SegmentSize,502
                Segment,Trig Time,TimeSinceFirstSegment
                #1,21 Mar 1990 9:37:08,0.0
                Time,Ampl
                0.0,1
                0.1,2
                """);
        assertThat(rows(with("header-line", 5, "time-column", "Time"), file, signal("ampl", Map.of("column", "Ampl"))))
                .containsExactly("0 ampl=1", "100000000 ampl=2");
    }

    @Test
    void readsGbk() {
        byte[] file = "时间,力（牛）,备注\n0.5,12.5,按压\n".getBytes(Charset.forName("GBK"));
        SignalSpec force = signal("force", Map.of("column", "力（牛）"));
        SignalSpec note = signal("note", Map.of("column", "备注", "type", "text"));
        assertThat(rows(with("encoding", "GBK", "time-column", "时间"), file, force, note))
                .containsExactly("500000000 force=12.5 note=按压");
        assertThatThrownBy(() -> rows(with("time-column", "时间"), file, force))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "log.csv:1: this line is not encoded in UTF-8; write the file's encoding in the channel, such as GBK or UTF-16");
    }

    @Test
    void readsUtf16ByItsMark() {
        assertThat(rows(with("encoding", "UTF-16"), "t,F\n1,5\n".getBytes(UTF_16), FORCE))
                .containsExactly("1000000000 force=5");
        assertThat(rows(with("encoding", "UTF-16"), "\uFEFFt,F\n1,5\n".getBytes(UTF_16LE), FORCE))
                .containsExactly("1000000000 force=5");
        assertThatThrownBy(() -> rows(with("encoding", "UTF-16"), "t,F\n".getBytes(UTF_16LE), FORCE))
                .hasMessage("log.csv:1: a file in UTF-16 begins with a BOM, this one does not;"
                        + " write encoding: UTF-16LE or UTF-16BE");
    }

    @Test
    void readsADecimalCommaAndSemicolons() {
        byte[] file = text("\uFEFF# Kraftmessung\nZeit;Kraft\ns;mN\n0,001;1,5e3\n0,002;1.5\n");
        Unit newton = Unit.of("N").orElseThrow();
        SignalSpec force = new SignalSpec("force", "c", newton, null, null, Settings.of(Map.of("column", "2")));
        assertThat(rows(
                        with("separator", ";", "decimal", ",", "header-line", 2, "first-row", 4, "time-column", "Zeit"),
                        file,
                        force))
                .containsExactly("1000000 force=1500", "2000000 value: line 5: 2: 1.5");
    }

    @Test
    void convertsUnits() {
        Unit metre = Unit.of("m").orElseThrow();
        SignalSpec x =
                new SignalSpec("x", "c", metre, null, null, Settings.of(Map.of("column", "x", "column-unit", "mm")));
        assertThat(rows(with("time-unit", "ms", "separator", "tab"), text("t\tx\n0.25\t1500\n1e3\t-2\n"), x))
                .containsExactly("250000 x=1.5", "1000000000 x=-0.002");
        SignalSpec wrong =
                new SignalSpec("x", "c", metre, null, null, Settings.of(Map.of("column", "x", "column-unit", "N")));
        assertThatThrownBy(() -> rows(with(), text("t,x\n0,1\n"), wrong))
                .hasMessage("(java): N cannot be converted to the signal's unit m;"
                        + " write the unit of the numbers in the file, such as mm");
    }

    @Test
    void readsColumnsByNumberWhereTheyHaveNoNames() {
        assertThat(rows(
                        with("header-line", 0, "time-column", "1", "comment", "//"),
                        text("// cell\n1,5\n2\n3,6\n"),
                        signal("force", Map.of("column", "2"))))
                .containsExactly(
                        "1000000000 force=5", "2000000000 length: line 3: 1 cells instead of 2", "3000000000 force=6");
    }

    @ParameterizedTest
    @CsvSource({
        "iso, 2026-11-26T13:00:00.5+08:00, 1795669200500000000",
        "iso, 2026-11-26 05:00:00, 1795669200000000000",
        "iso, 05:00:00.25, 18000250000000",
        "HH:mm:ss.SSS, 05:00:00.250, 18000250000000",
        "yyyy/MM/dd HH:mm:ss, 2026/11/26 05:00:00, 1795669200000000000",
    })
    void readsTimesOfDayAndDates(String format, String cell, String nanos) {
        assertThat(rows(with("time-format", format), text("t,F\n" + cell + ",5\n"), FORCE))
                .containsExactly(nanos + " force=5");
    }

    @Test
    void aTimeOfDayGoesOnAfterMidnight() {
        assertThat(rows(with("time-format", "iso"), text("t,F\n23:59:59,5\n00:00:01,6\n"), FORCE))
                .containsExactly("86399000000000 force=5", "86401000000000 force=6");
    }

    @Test
    void whatIsNoValueGivesNoSample() {
        assertThat(rows(with("no-value", "---"), text("t,F\n1,\n2,NaN\n3,---\n4,0\n"), FORCE))
                .containsExactly("1000000000", "2000000000", "3000000000", "4000000000 force=0");
    }

    /** A peak that the instrument could not show must not be overlooked: a word is no number, and nothing is judged by it. */
    @Test
    void beyondTheRangeIsASampleThatIsNoNumber() {
        assertThat(rows(with("overload", List.of("OL")), text("t,F\n1,Overload\n2,OL\n"), FORCE))
                .containsExactly("1000000000 force=Overload", "2000000000 force=OL");
    }

    @Test
    void rowsThatCannotBeReadAreKeptAndCounted() {
        assertThat(rows(with(), text("t,F\nx,1\n1,5\n2,\"6\n3,x\n,7\n4,\"8\"9\n5,9\n"), FORCE))
                .containsExactly(
                        "1000000000 value: line 2: no time: x",
                        "1000000000 force=5",
                        "1000000000 syntax: line 4: a quote is not closed, or something follows it",
                        "3000000000 value: line 5: F: x",
                        "3000000000 value: line 6: no time: ",
                        "3000000000 syntax: line 7: a quote is not closed, or something follows it",
                        "5000000000 force=9");
    }

    /** Half of a number is a number too: where a comma inside of it was taken for the separator, no cell can be believed. */
    @Test
    void aRowWithTooManyCellsGivesNoValue() {
        assertThat(rows(
                        with("time-unit", "ms"),
                        text("t,F\n10,1,25\n20,2\n30,\"1,234.5\"\n40,1,234.5\n50.0,3,,\n"),
                        FORCE))
                .containsExactly(
                        "20000000 length: line 2: 3 cells instead of 2",
                        "20000000 force=2",
                        "30000000 value: line 4: F: 1,234.5",
                        "30000000 length: line 5: 3 cells instead of 2",
                        "50000000 force=3");
        assertThat(rows(with(), text("t,F,\n1,1,25,\n2,2,\n3,4\n"), FORCE))
                .containsExactly(
                        "2000000000 length: line 2: 4 cells instead of 2", "2000000000 force=2", "3000000000 force=4");
    }

    /** Of 1,25 N the last column, which is empty, makes as many filled cells as there are names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10,1,25,",
                "10,1,25,,",
                "10,-1,25e3,",
                "10,1,234.5,",
                "1,25 s,5,",
                "10,1.234,56,",
                "10,-1.234.567,5 N,",
                "10.5,1,25℃,",
                "10.5,1,25 ㎜,",
                "10.5,1,25‰,"
            })
    void aRowThatACommaInANumberMovedGivesNoValue(String row) {
        assertThat(rows(with(), text("t,F,note\n1,5.5,a\n" + row + "\n20,6,\n"), FORCE))
                .containsExactly(
                        "1000000000 force=5.5",
                        "1000000000 length: line 3: %d cells instead of 3"
                                .formatted(row.chars().filter(c -> c == ',').count() + 1),
                        "20000000000 force=6");
    }

    /** As an instrument writes it that ends the names with a separator, and not the rows. */
    @Test
    void namesThatASeparatorEndsHideNoMovedRow() {
        assertThat(rows(with(), text("t,F,note,\n10,1,25,\n20,6.5,a\n"), FORCE))
                .containsExactly("20000000000 length: line 2: 4 cells instead of 3", "20000000000 force=6.5");
    }

    /** Of whole numbers: read as one, 10 and 100 would leave none for the column. */
    @ParameterizedTest
    @ValueSource(strings = {"t,F", "t,F,", "t,F,note", "t,F,note,"})
    void aSeparatorThatEndsARowOfWholeNumbersMovesNothing(String names) {
        String end = names.contains("note") ? ",," : ",";
        assertThat(rows(with(), text("%s\n10,100%s\n20,101%2$s\n".formatted(names, end)), FORCE))
                .containsExactly("10000000000 force=100", "20000000000 force=101");
    }

    /** A column that is not always filled may be the empty one: another row shows that there are commas in numbers. */
    @Test
    void oneRowThatIsTooLongCastsDoubtOnOthers() {
        SignalSpec other = signal("other", Map.of("column", "G"));
        assertThat(rows(with(), text("t,F,G\n10,1,25,\n20,1,5,2\n30,6,7\n"), FORCE, other))
                .containsExactly(
                        "30000000000 length: line 2: 4 cells instead of 3",
                        "30000000000 length: line 3: 4 cells instead of 3",
                        "30000000000 force=6 other=7");
        assertThat(rows(with(), text("t,F,G\n10,1,25,\n20,1,5,\n"), FORCE, other))
                .containsExactly("10000000000 force=1 other=25", "20000000000 force=1 other=5");
    }

    /** A note may be missing in every row, a number hardly. */
    @Test
    void aTextThatIsEmptyHidesNoMovedRow() {
        SignalSpec note = signal("note", Map.of("column", "note", "type", "text"));
        assertThat(rows(with(), text("t,F,note\n10,1,25,\n20,6.5,\n"), FORCE, note))
                .containsExactly("20000000000 length: line 2: 4 cells instead of 3", "20000000000 force=6.5");
        assertThat(rows(with(), text("t,F,note\n10,100,ok,\n"), FORCE, note))
                .containsExactly("10000000000 force=100 note=ok");
    }

    /** Otherwise it would depend on its digits whether a value is read, and a peak be lost. */
    @ParameterizedTest
    @ValueSource(strings = {"t,F,T,", "t,F,T"})
    void rowsThatEndAsAPlainOneDoesAreRead(String names) {
        assertThat(rows(with(), text(names + "\n0,99.5,20.1,\n1,100.2,20.1,\n2,140.0,20.2,\n"), FORCE))
                .containsExactly("0 force=99.5", "1000000000 force=100.2", "2000000000 force=140");
    }

    /** Many instruments end each row with a separator, and not the names. */
    @ParameterizedTest
    @ValueSource(strings = {"10,1.25,abc,", "10,1.25,,", "10,1.25,,,", "10,1.25,"})
    void aSeparatorThatEndsARowMovesNothing(String row) {
        assertThat(rows(with(), text("t,F,note\n" + row + "\n"), FORCE)).containsExactly("10000000000 force=1.25");
        assertThat(rows(with(), text("t,F,note,\n" + row + "\n"), FORCE)).containsExactly("10000000000 force=1.25");
        assertThat(rows(with("separator", ";"), text("t;F;note\n10;1;25;\n"), FORCE))
                .containsExactly("10000000000 force=1");
    }

    @Test
    void withoutNamesTheFirstRowSaysHowManyCellsThereAre() {
        assertThat(rows(
                        with("header-line", 0, "time-column", "1"),
                        text("1,5\n2,1,25\n3,6\n"),
                        signal("force", Map.of("column", "2"))))
                .containsExactly(
                        "1000000000 force=5", "1000000000 length: line 2: 3 cells instead of 2", "3000000000 force=6");
        assertThat(rows(
                        with("header-line", 0, "time-column", "1"),
                        text("1,5,a\n2,6\n"),
                        signal("force", Map.of("column", "2"))))
                .containsExactly("1000000000 force=5", "2000000000 length: line 2: 2 cells instead of 3");
    }

    @Test
    void everyRowIsKeptAsItIs() {
        Heard heard = new Heard();
        FileDecoder decoder =
                (FileDecoder) new CsvFileCodec().decoder(Heard.channel("csv-file", with()), List.of(FORCE));
        FileDecoder.Rows rows = decoder.rows("log.csv", text("t,F\r\n1, \"5\"\r\n2,\"\r\n"));
        while (rows.next(heard)) {
            assertThat(rows.line()).isGreaterThan(1);
        }
        assertThat(heard.bytes()).isEqualTo("1, \"5\"2,\"");
        assertThat(heard.lines()).hasSize(2);
    }

    /** Bytes that Java would write otherwise, of encodings in which several stand for one character, or that it only reads. */
    @ParameterizedTest
    @CsvSource({"Big5, '1,\u00a1\u005a', ＿", "windows-31j, '1,\u0087\u0090', ≒", "ISO-2022-CN, '1,N', N"})
    void everyRowIsKeptInItsEncoding(String encoding, String row, String read) {
        SignalSpec note = signal("note", Map.of("column", "F", "type", "text"));
        Heard heard = new Heard();
        FileDecoder.Rows rows = ((FileDecoder) new CsvFileCodec()
                        .decoder(Heard.channel("csv-file", with("encoding", encoding)), List.of(note)))
                .rows("log.csv", ("t,F\n" + row + "\n").getBytes(ISO_8859_1));
        assertThat(rows.next(heard)).isTrue();
        assertThat(heard.bytes()).isEqualTo(row);
        assertThat(heard.lines()).containsExactly("note='" + read + "'");
    }

    @Test
    void whatIsBeyondAllNumbersCannotBeRead() {
        SignalSpec force = new SignalSpec(
                "force",
                "c",
                Unit.of("N").orElseThrow(),
                null,
                null,
                Settings.of(Map.of("column", "F", "column-unit", "kN")));
        assertThat(rows(with(), text("t,F\n1,1e307\n"), force)).containsExactly("1000000000 value: line 2: F: 1e307");
    }

    /** One distance more than a long has would wrap, and put rows before the event that come long after it. */
    @Test
    void aTimeBeyondLifetimesIsNone() {
        assertThat(rows(with(), text("t,F\n-9e9,4\n1,5\n4.6e9,6\n"), FORCE))
                .containsExactly(
                        "1000000000 value: line 2: no time: -9e9",
                        "1000000000 force=5",
                        "1000000000 value: line 4: no time: 4.6e9");
    }

    @Test
    void aLineOfMegabytesIsNoRow() {
        assertThat(rows(with(), text("t,F\n1,5\n" + ",".repeat((1 << 20) + 1) + "\n2,6"), FORCE))
                .containsExactly(
                        "1000000000 force=5", "1000000000 length: line 3: 1048577 characters", "2000000000 force=6");
    }

    /** A cell may be as long as the file, and hold what a terminal obeys. */
    @Test
    void whatIsSaidOfACellIsShort() {
        assertThat(rows(with(), text("t,F\n1," + "9".repeat(1_000_000) + "x\n2,m\u001b[2J\n"), FORCE))
                .containsExactly(
                        "1000000000 value: line 2: F: " + "9".repeat(80) + "…", "2000000000 value: line 3: F: m.[2J");
        assertThatThrownBy(() -> rows(with(), text("n,".repeat(100_000) + "\n1,5\n"), FORCE))
                .hasMessage(
                        "log.csv:1: there is no column \"t\"; write its number, or one of: n, n, n, n, n, n, n, n … (100001)");
    }

    @Nested
    class RefusesAWholeFile {

        private void refused(Map<String, ?> channel, String file, String en) {
            assertThatThrownBy(() -> rows(channel, text(file), FORCE))
                    .isInstanceOfSatisfying(InputException.class, refused -> {
                        assertThat(refused.message(Language.EN)).isEqualTo(en);
                        assertThat(refused.message(Language.ZH)).isNotEqualTo(en);
                    });
        }

        @Test
        void ofWhichTheTimesDoNotIncrease() {
            refused(
                    with(),
                    "t,F\n1,5\n2,6\n2,7\n",
                    "log.csv:4: the time \"2\" is not after that of the row before: the instrument's clock was set, or its"
                            + " times are too coarse; export a file of which the times increase, or with more digits");
        }

        @Test
        void withoutTheColumn() {
            refused(with(), "t,f\n1,5\n", "log.csv:1: there is no column \"F\"; write its number, or one of: t, f");
            refused(
                    with(),
                    "t,F,F\n1,5,6\n",
                    "log.csv:1: more than one column is called \"F\"; write its number, or one of: t, F, F");
        }

        @Test
        void withoutRows() {
            String en =
                    "from this line on there are no data; export a file with data, or compare header-line, first-row and"
                            + " comment with it";
            refused(with(), "", "log.csv:2: " + en);
            refused(with("first-row", 4, "comment", "#"), "t,F\n\n\n#1,5\n \n", "log.csv:4: " + en);
        }

        @Test
        void inAnotherEncodingByItsLine() {
            refused(
                    with("encoding", "US-ASCII"),
                    "t,F\r1,5\r2,é\r",
                    "log.csv:3: this line is not encoded in US-ASCII; write the file's encoding in the channel, such as GBK or"
                            + " UTF-16");
        }

        @Test
        void inWhichNoTimeCanBeRead() {
            refused(
                    with(),
                    "t,F\n1;5\n",
                    "log.csv:2: from this line on no row has a time that can be read (column t); compare separator, decimal,"
                            + " time-column, time-unit and time-format with the file");
        }

        @Test
        void ofWhichEveryRowHasTooManyCells() {
            refused(
                    with(),
                    "t,F\n10,1,25\n20,1,31\n",
                    "log.csv:2: from this line on no row has as many cells as there are names (2 names, 3 cells in the first"
                            + " row); where numbers hold the separator, as decimal or thousands comma, or where rows of whole"
                            + " numbers end with one more separator than the names and cannot be told from that, export"
                            + " with semicolons or tabs, or without separators at the ends of rows; else compare separator");
            refused(
                    with(),
                    "t,F,note\n10,1,25,\n20,1,31,\n",
                    "log.csv:2: from this line on no row has as many cells as there are names (3 names, 4 cells in the first"
                            + " row); where numbers hold the separator, as decimal or thousands comma, or where rows of whole"
                            + " numbers end with one more separator than the names and cannot be told from that, export"
                            + " with semicolons or tabs, or without separators at the ends of rows; else compare separator");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "encoding, EBCDIC-X, 'unknown encoding EBCDIC-X; such as UTF-8, GBK, UTF-16, windows-1252'",
        "separator, ;;, 'separator is \";;\", which is not one character; such as \",\", \";\" or tab'",
        "decimal, ;, '; is no decimal sign; write \".\" or \",\"'",
        "decimal, ',', 'decimal and separator are both \",\": what is a decimal sign and what ends a cell cannot be told apart; write the file''s separator, such as \";\" or tab; where the file is like that, export it with semicolons or tabs'",
        "first-row, 1, 'with the names in line 1 the data cannot begin in line 1; lines count from 1, and data come after the names'",
        "time-unit, m, 'm is no unit of time; write s, ms, us, min or h'",
        "time-format, yyyy-MM-dd, 'the format yyyy-MM-dd is wrong, or holds no time of day; write iso, or a pattern such as HH:mm:ss.SSS or yyyy/MM/dd HH:mm:ss'",
    })
    void badSettingsAreSaid(String key, String value, String en) {
        assertThatThrownBy(() -> rows(with(key, value), text("t,F\n1,5\n"), FORCE))
                .isInstanceOf(InputException.class)
                .hasMessage("(java): " + en);
    }

    @Test
    void aCommandIsRefused() {
        assertThatThrownBy(() -> new CsvFileCodec().encoder(Heard.channel("csv-file", with()), Heard.command(Map.of())))
                .hasMessage("(java): channel c is a file: no command can be sent to it; take the command x away");
    }
}
