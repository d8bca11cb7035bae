package org.plumbline.engine;

import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.plumbline.text.Text;

/** A further attempt at a scenario: a test of its own beside the first, registered when it begins. */
final class AttemptNode extends AbstractTestDescriptor {

    private AttemptNode(ScenarioNode first, int attempt) {
        super(
                first.getUniqueId().append("attempt", String.valueOf(attempt)),
                first.getDisplayName() + first.request().in(new Text("（第 %d 次）", " (attempt %d)").with(attempt)),
                first.getSource().orElse(null));
    }

    /** Beside the first attempt. */
    static AttemptNode of(ScenarioNode first, int attempt) {
        TestDescriptor parent = first.getParent().orElseThrow();
        AttemptNode node = new AttemptNode(first, attempt);
        parent.addChild(node);
        return node;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
