package org.plumbline.yaml;

import org.plumbline.text.Text;

/** Refuses {@code ${env:NAME}} where the value would be shown in reports. */
public final class References {

    private static final String START = "${env:";

    private References() {}

    /** Adds a problem for every reference in the node and below. */
    public static void refuse(YamlNode node, Text what, Text remedy, Problems problems) {
        int offset = node.raw().indexOf(START);
        if (offset >= 0) {
            problems.add(node.placeOf(offset), what, remedy);
        }
        node.fields().values().forEach(child -> refuse(child, what, remedy, problems));
        node.items().forEach(child -> refuse(child, what, remedy, problems));
    }
}
