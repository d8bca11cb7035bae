package org.plumbline.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** The last test of a suite: whether the run as a whole shows conformity. */
final class VerdictNode extends AbstractTestDescriptor {

    private static final Text NAME = new Text("本次试验批次的结论", "verdict of the run");

    VerdictNode(UniqueId suite, Language language) {
        super(idIn(suite), NAME.in(language));
    }

    static UniqueId idIn(UniqueId suite) {
        return suite.append("verdict", "run");
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
