package org.plumbline.serial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same when a port gets another name: which adapter it is, or which socket it is plugged into.
 *
 * @param usb vendor and product as USB gives them, {@code 0403:6001}; empty where there are none
 * @param serialNumber of the adapter; empty where it has none
 * @param location of the socket, as {@code plumbline ports} prints it; empty where it is not known
 * @param part which of the adapter's ports, {@code if01}; empty where it is not known
 */
record PortIdentity(String usb, String serialNumber, String location, String part) {

    private static final Set<String> UNKNOWN = Set.of("Unknown", "0-0", "0-0.0");

    private static final String PART = "(?:/(if[0-9a-f]{2}(?:-port[1-9][0-9]*)?)(?:-port0)?)?";
    private static final Pattern USB = Pattern.compile("usb:([0-9A-Fa-f]{4}:[0-9A-Fa-f]{4})(?::(.+?))?" + PART);
    private static final Pattern LOCATION = Pattern.compile("location:(.+?)" + PART);

    /** What {@code port:} asks for; empty where it is a name. */
    static Optional<PortIdentity> wanted(String port) {
        Matcher usb = USB.matcher(port);
        if (usb.matches()) {
            return Optional.of(new PortIdentity(
                    usb.group(1).toLowerCase(Locale.ROOT), given(usb.group(2)), "", given(usb.group(3))));
        }
        Matcher location = LOCATION.matcher(port);
        return location.matches()
                ? Optional.of(new PortIdentity("", "", location.group(1), given(location.group(2))))
                : Optional.empty();
    }

    private static String given(@Nullable String part) {
        return part == null ? "" : part;
    }

    /** Of a port that is there; ids below zero, the word Unknown and places on USB's bus 0, which there is not, mean that nothing is known. */
    static PortIdentity of(
            int vendor, int product, @Nullable String serialNumber, @Nullable String location, String part) {
        return new PortIdentity(
                vendor < 0 ? "" : "%04x:%04x".formatted(vendor, product), known(serialNumber), known(location), part);
    }

    /** The same, with the part only where several of these ports are told apart by it. */
    PortIdentity among(Collection<PortIdentity> ports) {
        PortIdentity whole = whole();
        return ports.stream().filter(port -> port.whole().equals(whole)).count() > 1 ? this : whole;
    }

    private PortIdentity whole() {
        return new PortIdentity(usb, serialNumber, location, "");
    }

    private static String known(@Nullable String part) {
        return part == null || part.isBlank() || UNKNOWN.contains(part) ? "" : part.strip();
    }

    /** Whether a port that is there has all that this one asks for. */
    boolean fits(PortIdentity there) {
        return (usb.isEmpty() || usb.equals(there.usb))
                && (serialNumber.isEmpty() || serialNumber.equals(there.serialNumber))
                && (location.isEmpty() || location.equals(there.location))
                && (part.isEmpty() || part.equals(there.part));
    }

    /** The forms that {@code port:} takes, best first, with blanks between. */
    @Override
    public String toString() {
        List<String> forms = new ArrayList<>();
        String which = part.isEmpty() ? "" : "/" + part;
        if (!usb.isEmpty()) {
            forms.add("usb:" + usb + (serialNumber.isEmpty() ? "" : ":" + serialNumber) + which);
        }
        if (!location.isEmpty()) {
            forms.add("location:" + location + which);
        }
        return String.join(" ", forms);
    }
}
