package org.plumbline.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;
import org.plumbline.junit.ConformanceSuite;

/** Finds the classes that stand for suites, by class or by unique id. */
final class ClassResolver implements SelectorResolver {

    private final Predicate<String> classNames;
    private final Map<Class<?>, ClassNode> found = new HashMap<>();

    ClassResolver(Predicate<String> classNames) {
        this.classNames = classNames;
    }

    /** Whether the class stands for suites. Anonymous and local subclasses inherit the annotation but mean nothing. */
    static boolean stands(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && AnnotationSupport.isAnnotated(type, ConformanceSuite.class);
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        Class<?> type = selector.getJavaClass();
        return classNames.test(type.getName()) ? resolve(type, ClassNode::selectAll, context) : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(NestedClassSelector selector, Context context) {
        return Resolution.selectors(Set.of(selectClass(selector.getNestedClass())));
    }

    /** Whatever is under a class is found when the class has read its suites. */
    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        return id.getSegments().stream()
                .filter(segment -> segment.getType().equals(ClassNode.SEGMENT))
                .findFirst()
                .flatMap(segment -> loaded(segment.getValue()))
                .map(type -> resolve(type, node -> node.select(id), context))
                .orElseGet(Resolution::unresolved);
    }

    private static Optional<Class<?>> loaded(String name) {
        return ReflectionSupport.tryToLoadClass(name).toOptional();
    }

    private Resolution resolve(Class<?> type, Consumer<ClassNode> selection, Context context) {
        if (!stands(type)) {
            return Resolution.unresolved();
        }
        return context.addToParent(parent ->
                        Optional.of(found.computeIfAbsent(type, key -> ClassNode.of(key, parent.getUniqueId()))))
                .map(node -> {
                    selection.accept(node);
                    return Resolution.match(Match.exact(node));
                })
                .orElseGet(Resolution::unresolved);
    }
}
