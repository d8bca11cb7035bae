package org.plumbline.standard;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.contact.BodyArea;
import org.plumbline.contact.BodyModel;
import org.plumbline.contact.BodyRegion;
import org.plumbline.contact.ContactKind;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/**
 * A limit of contact between robot and person by name, as in {@code force-limit(hand-finger, quasi-static)} and {@code
 * pressure-limit(17, transient)}: the figures of {@link BodyModel}, which come from secondary sources (ISO/TS 15066:2016, table
 * A.2; GB/T 36008-2018). Forces go by the region of the body, pressures by the number of the area, 1 to 29.
 */
final class BodyLimit {

    static final Pattern FORM =
            Pattern.compile("(force|pressure)-limit\\(\\s*([a-z0-9-]*)\\s*,\\s*(quasi-static|transient)\\s*\\)");

    private static final BodyModel BODY = BodyModel.ofIsoTs15066();
    private static final Unit NEWTON = Unit.of("N").orElseThrow();
    private static final Unit PASCAL = Unit.of("Pa").orElseThrow();

    private BodyLimit() {}

    /** @throws InputException for a part of the body that is unknown, or with which contact is to be ruled out */
    static Quantity of(String text, Place place) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        String part = matcher.group(2);
        ContactKind kind = matcher.group(3).equals("transient") ? ContactKind.TRANSIENT : ContactKind.QUASI_STATIC;
        if (matcher.group(1).equals("force")) {
            BodyRegion region = find(BODY.regions(), BodyRegion::id, part, place);
            return new Quantity(permitted(region, region.force(kind), place), NEWTON);
        }
        BodyArea area = find(BODY.areas(), each -> String.valueOf(each.number()), part, place);
        return new Quantity(permitted(area.region(), area.pressure(kind), place), PASCAL);
    }

    private static <T> T find(List<T> parts, Function<T, String> name, String wanted, Place place) {
        return parts.stream()
                .filter(part -> name.apply(part).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InputException(new Problem(
                        place,
                        new Text("没有身体部位“%s”的接触限值", "there is no limit of contact for the part of the body \"%s\"")
                                .with(wanted),
                        Nearest.remedy(wanted, parts.stream().map(name).toList()))));
    }

    private static double permitted(BodyRegion region, OptionalDouble figure, Place place) {
        if (!region.contactPermitted() || figure.isEmpty()) {
            throw new InputException(new Problem(
                    place,
                    new Text(
                                    "与“%s”的接触不允许发生，没有可用的限值",
                                    "contact with the %s is to be ruled out: there is no limit to judge by")
                            .with(region.name()),
                    new Text(
                            "请改用其他身体部位，或改为判定不发生接触",
                            "name another part of the body, or judge that no contact happens")));
        }
        return figure.getAsDouble();
    }
}
