package org.plumbline.serial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same when a port gets another name: which adapter it is, or which socket it is plugged into.
 *
 * @param usb vendor and product as USB gives them, {@code 0403:6001}; empty where there are none
 * @param serialNumber of the adapter; empty where it has none
 * @param location of the socket, as {@code plumbline ports} prints it; empty where it is not known
 */
record PortIdentity(String usb, String serialNumber, String location) {

    private static final Pattern USB = Pattern.compile("usb:([0-9A-Fa-f]{4}:[0-9A-Fa-f]{4})(?::(.+))?");
    private static final Pattern LOCATION = Pattern.compile("location:(.+)");

    /** What {@code port:} asks for; empty where it is a name. */
    static Optional<PortIdentity> wanted(String port) {
        Matcher usb = USB.matcher(port);
        if (usb.matches()) {
            return Optional.of(new PortIdentity(
                    usb.group(1).toLowerCase(Locale.ROOT),
                    Optional.ofNullable(usb.group(2)).orElse(""),
                    ""));
        }
        Matcher location = LOCATION.matcher(port);
        return location.matches() ? Optional.of(new PortIdentity("", "", location.group(1))) : Optional.empty();
    }

    /** Of a port that is there; ids below zero and the words Unknown and 0-0 mean that nothing is known. */
    static PortIdentity of(int vendor, int product, @Nullable String serialNumber, @Nullable String location) {
        return new PortIdentity(
                vendor < 0 ? "" : "%04x:%04x".formatted(vendor, product), known(serialNumber), known(location));
    }

    private static String known(@Nullable String part) {
        return part == null || part.isBlank() || part.equals("Unknown") || part.equals("0-0") ? "" : part.strip();
    }

    /** Whether a port that is there has all that this one asks for. */
    boolean fits(PortIdentity there) {
        return (usb.isEmpty() || usb.equals(there.usb))
                && (serialNumber.isEmpty() || serialNumber.equals(there.serialNumber))
                && (location.isEmpty() || location.equals(there.location));
    }

    /** The forms that {@code port:} takes, best first, with blanks between. */
    @Override
    public String toString() {
        List<String> forms = new ArrayList<>();
        if (!usb.isEmpty()) {
            forms.add("usb:" + usb + (serialNumber.isEmpty() ? "" : ":" + serialNumber));
        }
        if (!location.isEmpty()) {
            forms.add("location:" + location);
        }
        return String.join(" ", forms);
    }
}
