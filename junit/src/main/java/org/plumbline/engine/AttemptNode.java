package org.plumbline.engine;

import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.plumbline.text.Text;

/** A further attempt at a scenario: a test of its own beside the first, registered when it begins. */
final class AttemptNode extends AbstractTestDescriptor {

    private final ScenarioNode first;

    private AttemptNode(TestDescriptor parent, ScenarioNode first, int attempt) {
        super(
                parent.getUniqueId().append("attempt", first.scenario().id() + "#" + attempt),
                first.getDisplayName() + first.request().in(new Text("（第 %d 次）", " (attempt %d)").with(attempt)),
                first.getSource().orElse(null));
        this.first = first;
    }

    /** The first attempt at the same scenario. */
    ScenarioNode first() {
        return first;
    }

    /** Beside the first attempt. */
    static AttemptNode of(ScenarioNode first, int attempt) {
        TestDescriptor parent = first.getParent().orElseThrow();
        AttemptNode node = new AttemptNode(parent, first, attempt);
        parent.addChild(node);
        return node;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
