package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The one direction of dependency between modules, and one package in one module. */
class ModuleArrowsTest {

    private static final Map<String, Set<String>> ARROWS = Map.of(
            "harness-core", Set.of(),
            "adapters", Set.of("harness-core"),
            "features", Set.of("harness-core"),
            "reports", Set.of("harness-core"),
            "fixtures", Set.of("harness-core", "adapters"),
            "junit", Set.of("harness-core", "features", "reports", "adapters"),
            "cli", Set.of("harness-core", "adapters", "features", "reports", "fixtures"));

    /** A module's folder in a build of all modules, or its jar. */
    private static final Pattern LOCATION =
            Pattern.compile("/(" + String.join("|", ARROWS.keySet()) + ")(?:/target/|-\\d)");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.plumbline");
    }

    @Test
    void everyModuleWasSeen() {
        assertThat(classes.stream().flatMap(type -> module(type).stream()).collect(Collectors.toSet()))
                .isEqualTo(ARROWS.keySet());
        assertThat(classes.size()).isGreaterThan(300);
    }

    @Test
    void dependenciesFollowTheArrows() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : classes) {
            String from = module(type).orElseThrow();
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .forEach(target -> module(target)
                            .filter(to -> !to.equals(from) && !ARROWS.get(from).contains(to))
                            .ifPresent(to -> wrong.add(type.getName() + " -> " + target.getName())));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noPackageIsSplitBetweenModules() {
        Map<String, Set<String>> modules = classes.stream()
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName,
                        Collectors.mapping(type -> module(type).orElseThrow(), Collectors.toSet())));
        List<String> split = modules.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Object::toString)
                .toList();
        assertThat(split).isEmpty();
    }

    private static Optional<String> module(JavaClass type) {
        return type.getSource().flatMap(source -> {
            Matcher matcher = LOCATION.matcher(source.getUri().toString());
            String found = null;
            while (matcher.find()) {
                found = matcher.group(1);
            }
            return Optional.ofNullable(found);
        });
    }
}
