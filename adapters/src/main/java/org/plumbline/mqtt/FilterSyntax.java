package org.plumbline.mqtt;

/** The form of topic filters: MQTT 3.1.1 and MQTT 5, section 4.7. */
final class FilterSyntax {

    private static final int LONGEST = 65_535;

    private FilterSyntax() {}

    static boolean valid(String filter) {
        if (filter.isEmpty() || filter.length() > LONGEST || filter.indexOf('\0') >= 0) {
            return false;
        }
        String[] levels = filter.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            boolean last = i == levels.length - 1;
            if (!validLevel(levels[i], last)) {
                return false;
            }
        }
        return true;
    }

    private static boolean validLevel(String level, boolean last) {
        if (level.equals("#")) {
            return last;
        }
        return level.equals("+") || (level.indexOf('#') < 0 && level.indexOf('+') < 0);
    }
}
