package org.plumbline.quantity;

import static tech.units.indriya.unit.Units.AMPERE;
import static tech.units.indriya.unit.Units.CELSIUS;
import static tech.units.indriya.unit.Units.HERTZ;
import static tech.units.indriya.unit.Units.JOULE;
import static tech.units.indriya.unit.Units.KELVIN;
import static tech.units.indriya.unit.Units.KILOGRAM;
import static tech.units.indriya.unit.Units.METRE;
import static tech.units.indriya.unit.Units.NEWTON;
import static tech.units.indriya.unit.Units.PASCAL;
import static tech.units.indriya.unit.Units.PERCENT;
import static tech.units.indriya.unit.Units.SECOND;
import static tech.units.indriya.unit.Units.VOLT;
import static tech.units.indriya.unit.Units.WATT;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.measure.IncommensurableException;
import javax.measure.MetricPrefix;
import javax.measure.UnitConverter;
import org.plumbline.error.UnfitException;
import org.plumbline.text.Text;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.unit.BaseUnit;
import tech.units.indriya.unit.UnitDimension;
import tech.units.indriya.unit.Units;

/** A unit of measurement, written as in UCUM ({@code m}, {@code mm}, {@code degC}); {@code 1} for counts and ratios. */
public final class Unit {

    /** The SI's radian is the number 1; here an angle is no count, and turning no frequency. */
    private static final javax.measure.Unit<?> ANGLE = new BaseUnit<>("rad", UnitDimension.parse('A'));

    /** Levels are logarithms: a ratio in dB is no plain number, and a level of power in dBm no power in mW. */
    private static final javax.measure.Unit<?> LEVEL = new BaseUnit<>("dB", UnitDimension.parse('B'));

    private static final javax.measure.Unit<?> LEVEL_OF_POWER = new BaseUnit<>("dBm", UnitDimension.parse('P'));

    /** Units of which values are points on a scale: the units of their differences. */
    private static final Map<String, String> DIFFERENCES = Map.of("degC", "K", "dBm", "dB");

    /** How UCUM writes them. */
    private static final Map<String, String> ALIASES = Map.of("Cel", "degC", "[kn_i]", "kn");

    private static final Map<String, Unit> KNOWN = known();

    /** The unit of counts and ratios. */
    public static final Unit ONE = of("1").orElseThrow();

    /** The second. */
    public static final Unit S = of("s").orElseThrow();

    private final String symbol;
    private final javax.measure.Unit<?> unit;

    /** By the other's symbol: to find one takes longer than all else that a Monte Carlo trial does. */
    private final Map<String, UnitConverter> converters = new ConcurrentHashMap<>();

    private Unit(String symbol, javax.measure.Unit<?> unit) {
        this.symbol = symbol;
        this.unit = unit;
    }

    /** The unit of that symbol; empty where it is unknown. */
    public static Optional<Unit> of(String symbol) {
        return Optional.ofNullable(KNOWN.get(ALIASES.getOrDefault(symbol, symbol)));
    }

    /** All symbols, in the order in which people think of them. */
    public static Set<String> symbols() {
        return KNOWN.keySet();
    }

    /** The symbol, as it is written in the files. */
    public String symbol() {
        return symbol;
    }

    /** Whether values can be converted into the other unit. */
    public boolean isCommensurableWith(Unit other) {
        return unit.isCompatible(other.unit);
    }

    /**
     * Whether only a factor lies between the two, so that sums and differences may be written in either: m and mm, not
     * degC and K, whose zeros differ.
     */
    public boolean isProportionalTo(Unit other) {
        return isCommensurableWith(other) && convert(0, other) == 0;
    }

    /**
     * Whether a result in this unit may be expressed in the other. One in K may be a difference, and no difference is a
     * point on the scale of degC.
     */
    public boolean isExpressibleIn(Unit other) {
        return isProportionalTo(other) || isCommensurableWith(other) && !equals(ofDifference());
    }

    /**
     * A value of this unit in another unit.
     *
     * @throws UnfitException where the two units measure different things
     */
    public double convert(double value, Unit to) {
        if (symbol.equals(to.symbol)) {
            return value;
        }
        return converters.computeIfAbsent(to.symbol, symbol -> converter(to)).convert(value);
    }

    private UnitConverter converter(Unit to) {
        try {
            return unit.getConverterToAny(to.unit);
        } catch (IncommensurableException e) {
            throw new UnfitException(new Text("%s 不能换算为 %s", "no conversion from %s to %s").with(symbol, to.symbol));
        }
    }

    /**
     * A difference of two values of this unit in another unit: 5 degC of difference are 5 K.
     *
     * @throws UnfitException where the two units measure different things
     */
    public double convertDifference(double difference, Unit to) {
        return ofDifference().convert(difference, to.ofDifference());
    }

    /** Whether values in this unit can say how far values in the other are apart, as an uncertainty does: dB for dBm. */
    public boolean measuresDifferencesOf(Unit other) {
        return ofDifference().isCommensurableWith(other.ofDifference());
    }

    /** The unit in which a difference of two values of this unit is expressed: K for degC, dB for dBm, else the same. */
    public Unit ofDifference() {
        String of = DIFFERENCES.get(symbol);
        return of == null ? this : of(of).orElseThrow();
    }

    private static Map<String, Unit> known() {
        Map<String, Unit> known = new LinkedHashMap<>();
        add(known, "1", AbstractUnit.ONE);
        add(known, "%", PERCENT);
        add(known, "m", METRE);
        add(known, "km", MetricPrefix.KILO(METRE));
        add(known, "cm", MetricPrefix.CENTI(METRE));
        add(known, "mm", MetricPrefix.MILLI(METRE));
        add(known, "um", MetricPrefix.MICRO(METRE));
        add(known, "s", SECOND);
        add(known, "ms", MetricPrefix.MILLI(SECOND));
        add(known, "us", MetricPrefix.MICRO(SECOND));
        add(known, "min", Units.MINUTE);
        add(known, "h", Units.HOUR);
        add(known, "Hz", HERTZ);
        add(known, "/min", AbstractUnit.ONE.divide(Units.MINUTE));
        add(known, "m/s", Units.METRE_PER_SECOND);
        add(known, "mm/s", MetricPrefix.MILLI(METRE).divide(SECOND));
        add(known, "km/h", MetricPrefix.KILO(METRE).divide(Units.HOUR));
        add(known, "kn", Units.METRE_PER_SECOND.multiply(1852).divide(3600));
        add(known, "m/s2", Units.METRE_PER_SQUARE_SECOND);
        add(known, "rad", ANGLE);
        add(known, "deg", ANGLE.multiply(Math.PI / 180));
        add(known, "rad/s", ANGLE.divide(SECOND));
        add(known, "deg/s", ANGLE.multiply(Math.PI / 180).divide(SECOND));
        add(known, "rpm", ANGLE.multiply(2 * Math.PI).divide(Units.MINUTE));
        add(known, "deg/s2", ANGLE.multiply(Math.PI / 180).divide(SECOND.pow(2)));
        add(known, "degC", CELSIUS);
        add(known, "K", KELVIN);
        add(known, "Pa", PASCAL);
        add(known, "hPa", MetricPrefix.HECTO(PASCAL));
        add(known, "kPa", MetricPrefix.KILO(PASCAL));
        add(known, "MPa", MetricPrefix.MEGA(PASCAL));
        add(known, "bar", PASCAL.multiply(100_000));
        add(known, "N", NEWTON);
        add(known, "kN", MetricPrefix.KILO(NEWTON));
        // Of a torque: work for each radian, so that no torque is an energy.
        add(known, "N.m", NEWTON.multiply(METRE).divide(ANGLE));
        add(known, "kg", KILOGRAM);
        add(known, "g", Units.GRAM);
        add(known, "V", VOLT);
        add(known, "mV", MetricPrefix.MILLI(VOLT));
        add(known, "A", AMPERE);
        add(known, "mA", MetricPrefix.MILLI(AMPERE));
        add(known, "W", WATT);
        add(known, "mW", MetricPrefix.MILLI(WATT));
        add(known, "kW", MetricPrefix.KILO(WATT));
        add(known, "J", JOULE);
        add(known, "dB", LEVEL);
        add(known, "dBm", LEVEL_OF_POWER);
        return known;
    }

    private static void add(Map<String, Unit> known, String symbol, javax.measure.Unit<?> unit) {
        known.put(symbol, new Unit(symbol, unit));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit that && symbol.equals(that.symbol);
    }

    @Override
    public int hashCode() {
        return symbol.hashCode();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
