package org.plumbline.csv;

import java.util.Optional;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/**
 * Where a signal stands in a row.
 *
 * @param unit of the numbers in the file
 * @param number whether the cells are numbers
 */
record CsvColumn(SignalSpec signal, String column, Unit unit, boolean number) {

    /** @throws InputException where a setting is wrong, with its place */
    static CsvColumn of(SignalSpec signal) {
        Settings settings = signal.settings();
        String type = settings.text("type").orElse("number");
        if (!type.equals("number") && !type.equals("text")) {
            throw new InputException(new Problem(
                    settings.placeOf("type"),
                    new Text("type 的值 %s 无效", "%s is not a type").with(type),
                    new Text("请写 number 或 text", "write number or text")));
        }
        return new CsvColumn(
                signal,
                settings.text("column").orElseThrow(),
                settings.text("column-unit").map(symbol -> unit(symbol, signal)).orElse(signal.unit()),
                type.equals("number"));
    }

    private static Unit unit(String symbol, SignalSpec signal) {
        return Unit.of(symbol)
                .filter(unit -> unit.isExpressibleIn(signal.unit()))
                .orElseThrow(() -> new InputException(new Problem(
                        signal.settings().placeOf("column-unit"),
                        new Text("%s 不能换算成信号的单位 %s", "%s cannot be converted to the signal's unit %s")
                                .with(symbol, signal.unit()),
                        new Text("请写文件中数值的单位，如 mm", "write the unit of the numbers in the file, such as mm"))));
    }

    /** The value that a cell with a value holds; empty where it cannot be read. */
    Optional<Value> value(String cell, char decimal) {
        if (!number) {
            return Optional.of(new Value.Literal(cell));
        }
        return Value.Numeric.parse(CsvLayout.withPoint(cell, decimal))
                .map(read -> unit.convert(((Value.Numeric) read).value(), signal.unit()))
                .filter(Double::isFinite)
                .map(Value.Numeric::new);
    }
}
