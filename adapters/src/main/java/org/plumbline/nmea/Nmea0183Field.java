package org.plumbline.nmea;

import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Where one signal is in a sentence. */
record Nmea0183Field(SignalSpec signal, String sentence, int field, boolean number) {

    static Nmea0183Field of(SignalSpec signal) {
        Settings settings = signal.settings();
        int field = settings.integer("field").orElseThrow();
        if (field < 1) {
            throw new InputException(new Problem(
                    settings.placeOf("field"),
                    new Text("字段序号 %d 无效", "field %d does not exist").with(field),
                    new Text("字段从 1 开始", "fields count from 1")));
        }
        String type = settings.text("type").orElse("number");
        if (!type.equals("number") && !type.equals("text")) {
            throw new InputException(new Problem(
                    settings.placeOf("type"),
                    new Text("type 的值 %s 无效", "%s is not a type").with(type),
                    new Text("请写 number 或 text", "write number or text")));
        }
        return new Nmea0183Field(signal, settings.text("sentence").orElseThrow(), field, type.equals("number"));
    }
}
