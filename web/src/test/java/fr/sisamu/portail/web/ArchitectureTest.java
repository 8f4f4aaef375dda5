package fr.sisamu.portail.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import fr.sisamu.portail.web.security.CredentialCheck;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

/** The sentences of ARCHITECTURE.md about pages that a machine can check. */
class ArchitectureTest {

    private static final JavaClasses WEB =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("fr.sisamu.portail.web");

    @Test
    void pagesKnowNoDatabaseAndNoOutsideSystem() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "javax.sql..", "java.net.http..", "..portail.adapter..")
                .because("a page asks a service, and a service asks a port")
                .check(WEB);
    }

    @Test
    void nothingKeepsAnHttpSession() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.servlet.http.HttpSession")
                .because("a session is a row, which a restart survives")
                .check(WEB);
    }

    @Test
    void theGuardsNameNoWayToLogIn() {
        noClasses()
                .that()
                .resideInAPackage("..web.security..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..web.card..",
                        "..portail.card..",
                        "..web.prosanteconnect..",
                        "..portail.prosanteconnect..",
                        "..web.login..")
                .because("a new way to log in must change nothing in the mechanism")
                .check(WEB);
    }

    @Test
    void proofsAreJudgedAtOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(CredentialCheck.class.getName())
                .should()
                .callMethodWhere(describe(
                        "it authenticates",
                        call -> call.getTargetOwner().isAssignableTo(SecurityContext.class)
                                && call.getName().equals("authenticate")))
                .because("the container takes a judgement that broke down for a refusal")
                .check(WEB);
    }

    @Test
    void pagesAskForFieldsWhereTheFormWasRead() {
        noClasses()
                .that()
                .areNotAssignableTo(HttpServlet.class)
                .and()
                .areNotAssignableTo(HttpFilter.class)
                .and()
                .resideOutsideOfPackage("..web.body..")
                .should()
                .callMethod(HttpServletRequest.class, "getParameter", String.class)
                .orShould()
                .callMethod(ServletRequest.class, "getParameter", String.class)
                .because("an injected request is the server's own, whose form was read already: ask Fields")
                .check(WEB);
    }

    @Test
    void pagesFormNoCycle() {
        slices().matching("fr.sisamu.portail.web.(*)..")
                .should()
                .beFreeOfCycles()
                .check(WEB);
    }
}
