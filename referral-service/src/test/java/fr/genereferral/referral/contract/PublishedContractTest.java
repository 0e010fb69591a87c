package fr.genereferral.referral.contract;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;
import static fr.genereferral.referral.ReferralFixtures.DIRECTORY;
import static fr.genereferral.referral.ReferralFixtures.NOW;
import static fr.genereferral.referral.ReferralFixtures.RULES;
import static fr.genereferral.referral.ReferralFixtures.assessment;
import static fr.genereferral.referral.ReferralFixtures.meeting;
import static fr.genereferral.referral.ReferralFixtures.offerTo;
import static fr.genereferral.referral.ReferralFixtures.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Amendment;
import fr.genereferral.referral.Asking;
import fr.genereferral.referral.Care;
import fr.genereferral.referral.Change;
import fr.genereferral.referral.Deciding;
import fr.genereferral.referral.FamilyWishes;
import fr.genereferral.referral.InCharge;
import fr.genereferral.referral.Meeting.Decision;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Merging;
import fr.genereferral.referral.Objections;
import fr.genereferral.referral.Occasion;
import fr.genereferral.referral.Placing;
import fr.genereferral.referral.Question;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralEvent;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.Remaining;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Submission;
import fr.genereferral.referral.Verdict.Outcome;
import fr.genereferral.referral.dossier.ClinicalDossier;
import fr.genereferral.referral.outbox.Outbox;
import fr.genereferral.referral.submission.NewReferral;
import fr.genereferral.referral.web.CodeCatalogue;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ServiceTest
class PublishedContractTest {
    private static final Actor HUB = new Actor("subject", "130804297", "hub_clinician");
    private static final LocalDate MET = LocalDate.of(2026, 11, 20);
    private static final LocalDate BEGAN = LocalDate.of(2026, 11, 23);
    private static final Schemas PUBLISHED = Schemas.published();

    private static final Set<CodeCatalogue.Kind> ENDING =
            Set.of(CodeCatalogue.Kind.WITHDRAWAL, CodeCatalogue.Kind.NOT_TREATED);

    @Inject
    Outbox outbox;

    @Inject
    CodeCatalogue codes;

    @Test
    void holdsForEveryEventThatTheCodeCanMake() throws JsonProcessingException {
        var events = everything();

        for (var event : events) {
            var payload = new ObjectMapper().readTree(outbox.payload(event));
            assertEquals(List.of(), PUBLISHED.violations(event.type(), payload), payload.toString());
        }
        assertEquals(
                Arrays.stream(ReferralEvent.class.getPermittedSubclasses())
                        .map(type -> type.getSimpleName() + ".v1")
                        .collect(Collectors.toSet()),
                events.stream().map(ReferralEvent::type).collect(Collectors.toSet()));
    }

    @Test
    void holdsForTheExamples() {
        PUBLISHED
                .types()
                .forEach(type -> assertEquals(List.of(), PUBLISHED.violations(type, PUBLISHED.example(type)), type));
    }

    /** A code that may be chosen tomorrow must be heard the day after. */
    @Test
    void namesEveryReasonForWhichAReferralMayEnd() {
        var named = PUBLISHED.schema("ReferralClosed.v1").at("/properties/reason/enum");

        for (var row : codes.all()) {
            if (ENDING.contains(row.value().kind())) {
                var code = row.value().code();
                assertTrue(named.toString().contains("\"" + code + "\""), code);
            }
        }
    }

    private static List<ReferralEvent> everything() {
        var changes = new ArrayList<Change>();
        changes.addAll(accepted().takeChanges());
        changes.addAll(stoppedAfterAcceptance().takeChanges());
        changes.addAll(treated().takeChanges());
        changes.addAll(refusedByExperts().takeChanges());
        changes.addAll(overruled().takeChanges());
        changes.addAll(enteredInError().takeChanges());
        changes.addAll(withdrawnWhileOffered().takeChanges());
        changes.addAll(unanswered().takeChanges());
        changes.addAll(notEligible().takeChanges());
        changes.addAll(deferredByNewFacts().takeChanges());
        changes.addAll(suspected().takeChanges());
        changes.addAll(givenBackAndLost().takeChanges());
        changes.addAll(asked().takeChanges());
        changes.addAll(mergedAndParted());
        return changes.stream().map(Change::event).toList();
    }

    private static Amendment amendment() {
        var dossier = PUBLISHED.example("Dossier.v1").toString();
        var clinical = ClinicalDossier.of((ObjectNode) PUBLISHED.example("Dossier.v1"));
        return new Amendment(
                "FACTS_ADDED", dossier, clinical, ReferralFixtures.submission().facts(), List.of());
    }

    private static List<Change> mergedAndParted() {
        var survivor = submitted();
        var superseded = eligible();
        var by = new Actor("subject", "national", "coordinator");
        var merging = new Merging(survivor, superseded);
        merging.endSearch(by, NOW);
        new Placing(superseded).noHubFound(null, DIRECTORY, NOW);
        merging.merge(amendment(), true, "HOSPITALS_AGREE", by, NOW);
        var merge = new Merge(
                        UUID.randomUUID(),
                        superseded.id(),
                        survivor.id(),
                        Merge.Stage.STOPPING,
                        "HOSPITALS_AGREE",
                        NOW,
                        by,
                        superseded.organisation(),
                        null,
                        null,
                        null)
                .done(NOW, 2);
        merging.undo(
                new Remaining(NOW, false), amendment(), amendment(), new Occasion("UNMERGED", by, NOW, "TWINS", null));
        return Stream.of(survivor, superseded)
                .flatMap(referral -> referral.takeChanges().stream())
                .toList();
    }

    private static Referral accepted() {
        var referral = eligible();
        var offer = offerTo("130804297");
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);
        new Placing(referral).offerSeen(offer.offerId(), NOW, DIRECTORY, NOW);
        new Placing(referral).offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
        referral.withdraw("FAMILY_DECISION", BASTIA, NOW);
        return referral;
    }

    private static Referral stoppedAfterAcceptance() {
        var referral = accepted();
        var inCharge = new InCharge(referral);
        inCharge.refuseCancellation("PRODUCT_ORDERED", List.of("PRODUCT_ORDERED"), HUB, NOW);
        referral.withdraw("CONSENT_WITHDRAWN", BASTIA, NOW);
        inCharge.confirmCancellation(HUB, NOW);
        return referral;
    }

    private static Referral treated() {
        var referral = decidedUpon(Decision.GO);
        var inCharge = new InCharge(referral);
        inCharge.beginCare(BEGAN, HUB, NOW);
        inCharge.reportOutcome(new Care.Ending(Care.Result.TREATED, BEGAN, "ONA-IV", null), HUB, NOW);
        return referral;
    }

    private static Referral refusedByExperts() {
        var referral = decidedUpon(Decision.NO_GO);
        var outcome = new Care.Ending(Care.Result.NOT_TREATED, MET, null, "MEETING_NO_GO");
        new InCharge(referral).reportOutcome(outcome, HUB, NOW);
        return referral;
    }

    private static Referral decidedUpon(Decision decision) {
        var referral = eligible();
        var offer = offerTo(HUB.organisation());
        var placing = new Placing(referral);
        placing.offerMade(offer, DIRECTORY, NOW);
        placing.offerAccepted(offer.offerId(), NOW, DIRECTORY, NOW);
        var deciding = new Deciding(referral);
        deciding.decided(meeting("ONA-IV", Decision.POSTPONED, MET, 1), Objections.none(), HUB, NOW);
        deciding.decided(meeting("ONA-IV", decision, MET, 1), Objections.none(), HUB, NOW);
        return referral;
    }

    private static Referral overruled() {
        var referral = notEligible();
        new Deciding(referral).decided(meeting("ONA-IV", Decision.GO, MET, 1), Objections.none(), HUB, NOW);
        return referral;
    }

    private static Referral enteredInError() {
        var referral = submitted();
        referral.withdraw("ENTERED_IN_ERROR", BASTIA, NOW);
        return referral;
    }

    private static Referral withdrawnWhileOffered() {
        var referral = eligible();
        var first = offerTo("130804297");
        var second = offerTo("750100208");
        new Placing(referral).offerMade(first, DIRECTORY, NOW);
        new Placing(referral).offerDeclined(first.offerId(), NOW, "NO_CAPACITY", "NEXT_HUB", DIRECTORY, NOW);
        new Placing(referral).offerMade(second, DIRECTORY, NOW);
        referral.withdraw("DECEASED", BASTIA, NOW);
        new Placing(referral).offerWithdrawn(second.offerId(), NOW, false, DIRECTORY, NOW);
        return referral;
    }

    private static Referral givenBackAndLost() {
        var referral = eligible();
        var first = offerTo("130804297");
        var second = offerTo("750100208");
        new Placing(referral).offerMade(first, DIRECTORY, NOW);
        new Placing(referral).offerAccepted(first.offerId(), NOW, DIRECTORY, NOW);
        var givenBack = new Placing.Release("OFFER_GIVEN_BACK", "NO_CAPACITY", true);
        new Placing(referral).offerReleased(first.offerId(), NOW, givenBack, DIRECTORY, NOW);
        new Placing(referral).offerMade(second, DIRECTORY, NOW);
        new Placing(referral).offerAccepted(second.offerId(), NOW, DIRECTORY, NOW);
        var lost = new Placing.Release("ACCREDITATION_LOST", null, true);
        new Placing(referral).offerReleased(second.offerId(), NOW, lost, DIRECTORY, NOW);
        return referral;
    }

    private static Referral asked() {
        var referral = eligible();
        new Placing(referral).offerMade(offerTo(HUB.organisation()), DIRECTORY, NOW);
        var asking = new Asking(referral);
        var coordinator = new Actor("subject", "national", "coordinator");
        asking.ask(UUID.randomUUID(), "albumin", NOW, message(Question.Kind.ASKED, coordinator));
        var first = asking.ask(UUID.randomUUID(), "albumin", NOW, message(Question.Kind.ASKED, HUB));
        var second = asking.ask(UUID.randomUUID(), null, NOW, message(Question.Kind.ASKED, HUB));
        asking.answer(first, message(Question.Kind.ANSWERED, BASTIA));
        asking.takeBack(second, message(Question.Kind.TAKEN_BACK, HUB));
        return referral;
    }

    private static Question.Message message(Question.Kind kind, Actor by) {
        return new Question.Message(UUID.randomUUID(), kind, null, null, NOW, by, null);
    }

    private static Referral unanswered() {
        var referral = eligible();
        var offer = offerTo("130804297");
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);
        new Placing(referral).offerExpired(offer.offerId(), NOW, DIRECTORY, NOW);
        new Placing(referral).noHubFound("UNANSWERED", DIRECTORY, NOW);
        return referral;
    }

    private static Referral notEligible() {
        var referral = submitted();
        referral.assessed(assessment(verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);
        return referral;
    }

    private static Referral suspected() {
        var referral = submitted(true);
        referral.duplicateRuledOut(BASTIA, NOW);
        return referral;
    }

    private static Referral deferredByNewFacts() {
        var referral = eligible();
        var offer = offerTo("130804297");
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);
        referral.amended(amendment(), BASTIA, NOW);
        var deferred = verdict("ONA-IV", Outcome.DEFERRED, LocalDate.of(2027, 1, 5), null);
        referral.assessed(ReferralFixtures.assessment("FACTS", 2, deferred), RULES, NOW);
        new Placing(referral).offerWithdrawn(offer.offerId(), NOW, false, DIRECTORY, NOW);
        referral.assessed(ReferralFixtures.assessment("TIME", 2, verdict("ONA-IV", Outcome.NOT_ELIGIBLE)), RULES, NOW);
        return referral;
    }

    private static Referral eligible() {
        var referral = submitted();
        referral.assessed(assessment(verdict("ONA-IV", Outcome.ELIGIBLE)), RULES, NOW);
        return referral;
    }

    private static Referral submitted() {
        return submitted(false);
    }

    private static Referral submitted(boolean suspected) {
        var plain = ReferralFixtures.submission("ONA-IV");
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("identity");
        body.set("dossier", PUBLISHED.example("Dossier.v1"));
        var asked = NewReferral.from(body);
        var sent = new Submission(
                plain.id(),
                plain.reference(),
                plain.therapiesSought(),
                asked.dossier().toString(),
                asked.clinicalDossier(),
                plain.facts(),
                plain.identity(),
                null,
                suspected,
                FamilyWishes.none());
        return Referral.submitted(sent, BASTIA, NOW);
    }
}
