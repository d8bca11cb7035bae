package org.plumbline.engine;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.plumbline.junit.ConformanceSuite;

/** A class that stands for suites, and what of it was selected. */
final class ClassNode extends AbstractTestDescriptor {

    static final String SEGMENT = "class";

    private final Class<?> type;
    private final List<UniqueId> selected = new ArrayList<>();

    private ClassNode(UniqueId id, Class<?> type) {
        super(id, type.getSimpleName(), ClassSource.from(type));
        this.type = type;
    }

    static ClassNode of(Class<?> type, UniqueId engine) {
        return new ClassNode(engine.append(SEGMENT, type.getName()), type);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    void selectAll() {
        select(getUniqueId());
    }

    void select(UniqueId id) {
        selected.add(id);
    }

    /** Reads the suites and keeps what was selected of them; gives back the ids that are not there, or no more. */
    List<UniqueId> grow() {
        ConformanceSuite annotation =
                AnnotationSupport.findAnnotation(type, ConformanceSuite.class).orElseThrow();
        SuiteRequest.all(annotation, type).forEach(request -> addChild(SuiteNode.of(request, getUniqueId())));
        List<UniqueId> missing = selected.stream().filter(id -> !isThere(id)).toList();
        List.copyOf(getChildren()).forEach(this::prune);
        return missing;
    }

    private boolean isThere(UniqueId id) {
        return findByUniqueId(id).isPresent()
                || getChildren().stream()
                        .anyMatch(suite ->
                                isOfFailedSuite(id, suite) || id.equals(VerdictNode.idIn(suite.getUniqueId())));
    }

    private void prune(TestDescriptor node) {
        if (isWhole(node)) {
            return;
        }
        List.copyOf(node.getChildren()).forEach(this::prune);
        if (node.getChildren().isEmpty() && selected.stream().noneMatch(id -> isOfFailedSuite(id, node))) {
            node.removeFromHierarchy();
        }
    }

    /** The verdict of a run belongs to all of its scenarios. */
    private boolean isWhole(TestDescriptor node) {
        UniqueId id = node.getUniqueId();
        return selected.stream().anyMatch(wanted -> id.hasPrefix(wanted) || wanted.equals(VerdictNode.idIn(id)));
    }

    /** Of a suite that could not be read nobody knows what it holds. */
    private static boolean isOfFailedSuite(UniqueId id, TestDescriptor node) {
        return node instanceof SuiteNode suite && suite.failure().isPresent() && id.hasPrefix(suite.getUniqueId());
    }
}
