package fr.sisamu.portail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import fr.sisamu.portail.ArchitectureTest.DoNotIncludePartners;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The sentences of ARCHITECTURE.md that a machine can check. */
@AnalyzeClasses(
        packages = "fr.sisamu.portail",
        importOptions = {DoNotIncludeTests.class, DoNotIncludePartners.class})
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_do_not_know_their_adapters = noClasses()
            .that()
            .resideOutsideOfPackage("..adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..adapter..")
            .because("a feature names what it needs; CDI brings the adapter");

    @ArchTest
    static final ArchRule adapters_do_not_know_one_another =
            slices().matching("fr.sisamu.portail.adapter.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("fr.sisamu.portail.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule business_code_knows_no_http_no_pages_no_mechanism = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "jakarta.faces..", "jakarta.security.enterprise..", "..web..");

    @ArchTest
    static final ArchRule adapters_do_not_reach_into_the_database = noClasses()
            .that()
            .resideInAPackage("..adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule features_reach_outside_by_adapters_alone = noClasses()
            .that()
            .resideOutsideOfPackage("..adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule entities_do_not_leave_their_package =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule entities_change_by_deeds_not_by_setters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
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
            .because("a rule about time is tested with a clock that stands still");

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule nobody_writes_to_the_console = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    /** The simulated partners stand on the class path of these tests, and keep house elsewhere. */
    static class DoNotIncludePartners implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("partners");
        }
    }
}
