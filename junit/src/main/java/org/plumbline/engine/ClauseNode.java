package org.plumbline.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Language;

/** A requirement with the scenarios that decide it first of all. */
final class ClauseNode extends AbstractTestDescriptor {

    ClauseNode(UniqueId suite, Requirement requirement, Language language) {
        super(
                suite.append("clause", requirement.id()),
                requirement.id() + " " + requirement.clause() + " "
                        + requirement.text().in(language));
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
