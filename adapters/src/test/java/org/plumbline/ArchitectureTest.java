package org.plumbline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.plumbline.nmea.Nmea0183Codec;

/** The house rules that classes can be asked about. An exception would be one line here, with its reason. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Nmea0183Codec.class.getProtectionDomain().getCodeSource().getLocation());

    private static final Set<String> TIME_AND_CHANCE = Set.of(
            System.class.getName() + ".nanoTime",
            System.class.getName() + ".currentTimeMillis",
            Instant.class.getName() + ".now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            Random.class.getName() + ".<init>");

    @Test
    void everyClassWasSeen() {
        assertThat(CLASSES).hasSizeGreaterThan(25);
        assertThat(packages()).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.plumbline.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatIsNull() {
        assertThat(packages()).allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                .as(each.getName() + " has a package-info with @NullMarked")
                .isTrue());
    }

    private static Set<JavaPackage> packages() {
        return CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
    }

    @Test
    void nothingIsPrinted() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    @Test
    void exceptionsAreNamed() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .accessTargetWhere(describe("sleeps", access -> called(access).equals("java.lang.Thread.sleep")))
                .orShould()
                .accessTargetWhere(
                        describe("sleeps", access -> called(access).equals("java.util.concurrent.TimeUnit.sleep")))
                .check(CLASSES);
    }

    @Test
    void timeAndChanceComeThroughOneDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.plumbline.timeline")
                .should()
                .accessTargetWhere(
                        describe("asks for time or chance", access -> TIME_AND_CHANCE.contains(called(access))))
                .check(CLASSES);
    }

    private static String called(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Manager|Helper)")
                .orShould()
                .haveNameMatching(".*(Utils?|Manager|Helper)\\$.*")
                .check(CLASSES);
    }
}
