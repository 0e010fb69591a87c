package fr.genereferral.hubdirectory;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The four rules of the house. */
class ArchitectureTest {
    private static final String ROOT = "fr.genereferral.hubdirectory";
    private static final String[] CAPABILITIES = {
        ROOT + ".placement..",
        ROOT + ".answer..",
        ROOT + ".expiry..",
        ROOT + ".tracking..",
        ROOT + ".directory..",
        ROOT + ".reference..",
        ROOT + ".preview..",
        ROOT + ".replay..",
        ROOT + ".matrix..",
        ROOT + ".capacity..",
        ROOT + ".keeping..",
        ROOT + ".coordination..",
        ROOT + ".notice..",
        ROOT + ".mail..",
        ROOT + ".pattern.."
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
                        ROOT, ROOT + ".travel", "java..", "jakarta.persistence..", "io.smallrye.mutiny")))
                .check(CLASSES);
    }

    /** GeographicLib computes and does nothing else. */
    @Test
    void travelIsPlainJavaAndKnowsNothingOfPlacements() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".travel")
                .should(onlyDependOnClassesThat(
                        resideInAnyPackage(ROOT + ".travel", "java..", "net.sf.geographiclib..")))
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
        slices().matching(ROOT
                        + ".(placement|answer|expiry|tracking|directory|reference|preview|replay|matrix|capacity"
                        + "|keeping|coordination|notice|mail|pattern)..")
                .should()
                .notDependOnEachOther()
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
        for (var room : new String[] {
            ROOT, ROOT + ".travel", ROOT + ".answer", ROOT + ".postgres", ROOT + ".web", ROOT + ".inbox"
        }) {
            assertFalse(CLASSES.that(resideInAnyPackage(room)).isEmpty(), room);
        }
    }
}
