package org.plumbline.mavlink;

import java.util.Map;
import java.util.Optional;
import org.plumbline.quantity.Unit;

/** What the definitions' spelling of a unit is here: so many of that unit. */
record FieldUnit(Unit unit, double factor) {

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("ns", "1e-3 us"),
            Map.entry("cs", "1e-2 s"),
            Map.entry("ds", "1e-1 s"),
            Map.entry("dm", "1e-1 m"),
            Map.entry("dam", "10 m"),
            Map.entry("cm/s", "1e-2 m/s"),
            Map.entry("dm/s", "1e-1 m/s"),
            Map.entry("m/s/s", "1 m/s2"),
            Map.entry("cdeg", "1e-2 deg"),
            Map.entry("degE5", "1e-5 deg"),
            Map.entry("degE7", "1e-7 deg"),
            Map.entry("ddeg/s", "1e-1 deg/s"),
            Map.entry("mrad/s", "1e-3 rad/s"),
            Map.entry("cdegC", "1e-2 degC"),
            Map.entry("mbar", "1e-3 bar"),
            Map.entry("cV", "1e-2 V"),
            Map.entry("cA", "1e-2 A"),
            Map.entry("hJ", "100 J"),
            Map.entry("c%", "1e-2 %"),
            Map.entry("d%", "1e-1 %"),
            Map.entry("dB", "1 dB"));

    /** Empty where no unit is stated, or one that cannot be written in the files, such as {@code gauss}. */
    static Optional<FieldUnit> of(String spelling) {
        String[] words = SPELLINGS.getOrDefault(spelling, "1 " + spelling).split(" ");
        return words.length < 2
                ? Optional.empty()
                : Unit.of(words[1]).map(unit -> new FieldUnit(unit, Double.parseDouble(words[0])));
    }

    /** A value as it was on the wire, in another unit. */
    double in(Unit wanted, double raw) {
        // Division by a power of ten gives the nearest double of the decimal; its inverse is not one.
        double value = factor < 1 ? raw / Math.rint(1 / factor) : raw * factor;
        return unit.convert(value, wanted);
    }
}
