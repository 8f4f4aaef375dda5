package fr.sisamu.portail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The sentences of ARCHITECTURE.md that a machine can check. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("partners")) // they keep house elsewhere
            .importPackages("fr.sisamu.portail");

    @Test
    void featuresDoNotKnowTheirAdapters() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..adapter..")
                .because("a feature names what it needs; CDI brings the adapter")
                .check(HOUSE);
    }

    @Test
    void adaptersDoNotKnowOneAnother() {
        slices().matching("fr.sisamu.portail.adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .check(HOUSE);
    }

    @Test
    void featuresFormNoCycle() {
        slices().matching("fr.sisamu.portail.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void businessCodeKnowsNoHttpNoPagesNoMechanism() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "jakarta.faces..", "jakarta.security.enterprise..", "..web..")
                .check(HOUSE);
    }

    @Test
    void adaptersDoNotReachIntoTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage("..adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")
                .check(HOUSE);
    }

    @Test
    void featuresReachOutsideByAdaptersAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(HOUSE);
    }

    @Test
    void tokensAreReadInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..adapter.oidc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.nimbusds..", "net.minidev..")
                .because("what a provider says is checked before a feature hears of it")
                .check(HOUSE);
    }

    @Test
    void theProtocolOfScimIsKnownInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..portail.scim..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.unboundid..", "com.fasterxml..")
                .because("what comes in and goes out of it is text")
                .check(HOUSE);
    }

    @Test
    void figuresAreKeptInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..portail.metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.prometheus..")
                .because("a feature says what happened, and somebody else counts")
                .check(HOUSE);
    }

    @Test
    void entitiesDoNotLeaveTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(HOUSE);
    }

    @Test
    void entitiesChangeByDeedsNotBySetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..config..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("a rule about time is tested with a clock that stands still")
                .check(HOUSE);
    }

    @Test
    void nobodySleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(HOUSE);
    }

    @Test
    void nobodyWritesToTheConsole() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(HOUSE);
    }
}
