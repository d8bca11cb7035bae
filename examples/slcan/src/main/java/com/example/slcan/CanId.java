package com.example.slcan;

import java.util.Locale;
import java.util.regex.Pattern;
import org.plumbline.bench.Settings;

/** The identifier of a frame in a file. */
final class CanId {

    private static final Pattern FORM = Pattern.compile("[0-7]\\p{XDigit}{2}|[01]\\p{XDigit}{7}");

    private CanId() {}

    /** As it stands in lines, in capitals. */
    static String of(Settings settings) {
        String id = settings.text("id").orElse("");
        Wrong.unless(
                FORM.matcher(id).matches(),
                settings,
                "id",
                "请写 3 位（至 7FF）或 8 位（至 1FFFFFFF）十六进制数并加引号",
                "write 3 hexadecimal digits up to 7FF or 8 up to 1FFFFFFF, in quotes");
        return id.toUpperCase(Locale.ROOT);
    }
}
