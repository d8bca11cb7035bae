package org.plumbline.bag;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** The files by which a bag is known; a bag that lost one of them is still a bag, with a finding. */
final class Markers {

    static final Set<String> NAMES = Set.of(Bag.DECLARATION, Bag.MANIFEST, Bag.TAG_MANIFEST);

    private Markers() {}

    static boolean in(Collection<String> paths) {
        return !Collections.disjoint(paths, NAMES);
    }

    static InputException none(Path where) {
        return new InputException(new Problem(
                Place.of(where.toString()),
                new Text(
                        "不是已封存的证据包：没有 bagit.txt，也没有校验和清单",
                        "not a sealed evidence bundle: it has neither a bagit.txt nor a manifest"),
                new Text(
                        "请给出 plumbline run 最后一行打印的文件夹，或其 .zip；被强行终止的运行没有封存，可用 plumbline recover 恢复成证据包",
                        "name the folder that plumbline run printed as its last line, or a .zip of it;"
                                + " a run that was killed is not sealed: plumbline recover makes a bundle of it")));
    }
}
