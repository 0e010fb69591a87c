package fr.genereferral.referral;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.genereferral.referral.web.Pointers;
import fr.genereferral.referral.web.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the house. */
class ArchitectureTest {
    private static final String ROOT = "fr.genereferral.referral";
    private static final String[] CAPABILITIES = {
        ROOT + ".submission..",
        ROOT + ".assessment..",
        ROOT + ".placement..",
        ROOT + ".tracking..",
        ROOT + ".audit..",
        ROOT + ".reminders..",
        ROOT + ".facts..",
        ROOT + ".duplicate..",
        ROOT + ".questions..",
        ROOT + ".documents..",
        ROOT + ".withdrawal..",
        ROOT + ".meeting..",
        ROOT + ".care..",
        ROOT + ".statistics..",
        ROOT + ".identity..",
        ROOT + ".search..",
        ROOT + ".reference..",
        ROOT + ".setback..",
        ROOT + ".wishes.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theRootDependsOnlyOnItselfAndPlainJava() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should(onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT, "java..", "javax.crypto..", "jakarta.persistence..", "io.smallrye.mutiny")))
                .check(CLASSES);
    }

    @Test
    void aCapabilityDependsOnRootInboxAndWebAndOnNoOtherCapability() {
        noClasses()
                .that()
                .resideInAnyPackage(CAPABILITIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".postgres..", ROOT + ".outbox..")
                .check(CLASSES);
        slices().matching(
                        ROOT
                                + ".(submission|assessment|placement|tracking|audit|reminders|facts|duplicate|questions|documents|withdrawal|meeting|care|statistics|identity|search|reference|setback|wishes)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    /** Several capabilities read it: it knows none of them, no table, no message, and of the web how a body is read. */
    @Test
    void theDossierDependsOnTheRootAndOnJsonAlone() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".dossier..")
                .should(onlyDependOnClassesThat(resideInAnyPackage(
                                ROOT,
                                ROOT + ".dossier..",
                                "java..",
                                "com.fasterxml.jackson..",
                                "com.networknt.schema..",
                                "jakarta.enterprise.context")
                        .or(belongToAnyOf(StrictJson.class, Pointers.class))))
                .check(CLASSES);
    }

    /** It compares values: where they come from and what follows is for others. */
    @Test
    void likenessDependsOnTheRootAlone() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".likeness..")
                .should(onlyDependOnClassesThat(resideInAnyPackage(ROOT, ROOT + ".likeness..", "java..")))
                .check(CLASSES);
    }

    @Test
    void sessionsAndMessagesStayInTheirRooms() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".postgres..", ROOT + ".outbox..", ROOT + ".inbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate.reactive..", "io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..")
                .check(CLASSES);
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Consumer")
                .and()
                .resideOutsideOfPackage(ROOT + ".inbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.microprofile.reactive.messaging..", "io.smallrye.reactive.messaging..")
                .check(CLASSES);
    }

    @Test
    void httpStaysInResourcesAndWebKnowsTheRootAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".web..")
                .and()
                .haveNameNotMatching(".*Resource(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CAPABILITIES)
                .check(CLASSES);
    }

    @Test
    void everyRuleSeesClasses() {
        for (var room : List.of("", ".dossier", ".submission", ".postgres", ".web", ".inbox")) {
            assertFalse(CLASSES.that(resideInAnyPackage(ROOT + room)).isEmpty(), room);
        }
    }
}
