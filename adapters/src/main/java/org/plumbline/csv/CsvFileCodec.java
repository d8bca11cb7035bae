package org.plumbline.csv;

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
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Rows of values with a time, as laser trackers and force gauges export them (RFC 4180, and what is like it). */
public final class CsvFileCodec implements Codec {

    @Override
    public String name() {
        return "csv-file";
    }

    @Override
    public Optional<Carriage> reads() {
        return Optional.of(Carriage.FILE);
    }

    @Override
    public List<Key> channelKeys() {
        return List.of(
                Key.optional(
                        "encoding",
                        Key.Type.TEXT,
                        "字符编码（默认 UTF-8），如 GBK；UTF-16 须有 BOM",
                        "character encoding (default UTF-8), such as GBK; UTF-16 with its BOM"),
                Key.optional(
                        "separator",
                        Key.Type.TEXT,
                        "单元格的分隔符，一个字符或 tab（默认 ,）",
                        "what separates cells, one character or tab (default ,)"),
                Key.optional("decimal", Key.Type.TEXT, "小数点: . 或 ,（默认 .）", "decimal sign: . or , (default .)"),
                Key.optional(
                        "header-line",
                        Key.Type.INTEGER,
                        "列名所在的行，从 1 起；0 表示没有列名（默认 1）",
                        "the line with the names of the columns, from 1; 0 where there are none (default 1)"),
                Key.optional(
                        "first-row",
                        Key.Type.INTEGER,
                        "数据从第几行开始（默认列名的下一行）",
                        "the line at which the data begin (default the one after the names)"),
                Key.optional("comment", Key.Type.TEXT, "以此开头的行不是数据", "lines that begin with this are no data"),
                Key.required(
                        "time-column",
                        Key.Type.TEXT,
                        "时间所在的列: 列名，或从 1 起的列号",
                        "the column with the time: its name, or its number from 1"),
                Key.optional("time-unit", Key.Type.TEXT, "时间列的单位（默认 s）", "unit of the time column (default s)"),
                Key.optional(
                        "time-format",
                        Key.Type.TEXT,
                        "时间列不是数时: iso，或如 HH:mm:ss.SSS 的格式",
                        "where the time is no number: iso, or a pattern such as HH:mm:ss.SSS"),
                Key.optional(
                        "no-value",
                        Key.Type.TEXTS,
                        "表示没有值的文字；空单元格与 NaN 总是如此",
                        "words for no value; empty cells and NaN always are"),
                Key.optional(
                        "overload",
                        Key.Type.TEXTS,
                        "表示超量程的文字，以其为样本，不能据以判定（默认 overload）",
                        "words for beyond the range: they become the sample, by which nothing is judged (default overload)"));
    }

    @Override
    public List<Key> signalKeys() {
        return List.of(
                Key.required("column", Key.Type.TEXT, "列名，或从 1 起的列号", "name of the column, or its number from 1"),
                Key.optional(
                        "column-unit",
                        Key.Type.TEXT,
                        "文件中的单位（默认信号的单位）",
                        "unit in the file (default that of the signal)"),
                Key.optional("type", Key.Type.TEXT, "number 或 text（默认 number）", "number or text (default number)"));
    }

    @Override
    public List<Key> commandKeys() {
        return List.of();
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
        return new CsvFileDecoder(
                CsvLayout.of(channel.settings()),
                signals.stream().map(CsvColumn::of).toList());
    }

    /** @throws InputException always: a file takes no commands */
    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        throw new InputException(new Problem(
                command.settings().place(),
                new Text("通道 %s 是文件，不能发送命令", "channel %s is a file: no command can be sent to it").with(channel.name()),
                new Text("请删去命令 %s", "take the command %s away").with(command.name())));
    }
}
