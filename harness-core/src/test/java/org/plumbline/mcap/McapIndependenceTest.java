package org.plumbline.mcap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class McapIndependenceTest {

    @Test
    void thePackageNeedsTheJdkAndDecompressorsAndNothingElse() {
        JavaClasses mcap = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.plumbline.mcap");
        assertThat(mcap.size()).isGreaterThan(30);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.plumbline.mcap",
                        "java..",
                        "com.github.luben.zstd..",
                        "org.apache.commons.compress..",
                        "org.jspecify..")
                .check(mcap);
    }
}
