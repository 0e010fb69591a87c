package fr.genereferral.eligibility;

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
    private static final String ROOT = "fr.genereferral.eligibility";
    private static final String[] CAPABILITIES = {
        ROOT + ".assessment..", ROOT + ".preview..", ROOT + ".catalogue..", ROOT + ".publication.."
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theRootDependsOnlyOnItselfAndPlainJava() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should(onlyDependOnClassesThat(
                        resideInAnyPackage(ROOT, ROOT + ".hgvs", "java..", "io.smallrye.mutiny")))
                .check(classes);
    }

    @Test
    void aCapabilityDependsOnRootInboxAndWebAndOnNoOtherCapability() {
        noClasses()
                .that()
                .resideInAnyPackage(CAPABILITIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".postgres..", ROOT + ".outbox..")
                .check(classes);
        slices().matching(ROOT + ".(submission|assessment|placement|tracking|withdrawal|identity|reference)..")
                .should()
                .notDependOnEachOther()
                .check(classes);
    }

    @Test
    void sessionsAndMessagesStayInTheirRooms() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".postgres..", ROOT + ".outbox..", ROOT + ".inbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate.reactive..", "io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..")
                .check(classes);
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Consumer")
                .and()
                .resideOutsideOfPackage(ROOT + ".inbox..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.microprofile.reactive.messaging..", "io.smallrye.reactive.messaging..")
                .check(classes);
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
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CAPABILITIES)
                .check(classes);
    }

    @Test
    void everyRuleSeesClasses() {
        for (var room : new String[] {
            ROOT,
            ROOT + ".assessment",
            ROOT + ".json",
            ROOT + ".hgvs",
            ROOT + ".postgres",
            ROOT + ".web",
            ROOT + ".inbox"
        }) {
            assertFalse(classes.that(resideInAnyPackage(room)).isEmpty(), room);
        }
    }
}
