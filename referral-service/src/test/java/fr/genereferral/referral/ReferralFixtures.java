package fr.genereferral.referral;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Builders that read as the domain; only what matters to a test is given. */
public final class ReferralFixtures {
    public static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    public static final Actor BASTIA = new Actor("subject", "2B0000012", "referrer");
    public static final Actor DIRECTORY = Actor.platform("hub-directory-service");
    public static final Actor RULES = Actor.platform("eligibility-service");

    private ReferralFixtures() {}

    public static Referral submitted(String... therapies) {
        var referral = Referral.submitted(submission(therapies), BASTIA, NOW);
        referral.takeChanges();
        referral.takeAccessChanges();
        return referral;
    }

    public static Submission submission(String... therapies) {
        return submission(Reference.drawn(), therapies);
    }

    public static Submission submission(Reference reference, String... therapies) {
        return new Submission(
                UUID.randomUUID(),
                reference,
                new Therapies(List.of(therapies)),
                "{}",
                "{}",
                new RoutingFacts(LocalDate.of(2026, 7, 20), "2B", null, new BigDecimal("5.8")),
                new SealedIdentity(Map.of("familyName", new byte[] {1}), Set.of()),
                null,
                false,
                FamilyWishes.none());
    }

    public static Verdict verdict(String therapy, Verdict.Outcome outcome) {
        return verdict(therapy, outcome, null, null);
    }

    public static Verdict verdict(String therapy, Verdict.Outcome outcome, LocalDate deferredUntil, LocalDate opensOn) {
        return new Verdict(
                therapy,
                1,
                true,
                true,
                outcome,
                outcome,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                deferredUntil,
                opensOn,
                null);
    }

    /** Not eligible for these criteria. */
    public static Verdict failing(String therapy, String... criteria) {
        return new Verdict(
                therapy,
                1,
                true,
                true,
                Verdict.Outcome.NOT_ELIGIBLE,
                Verdict.Outcome.NOT_ELIGIBLE,
                List.of(criteria),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    public static Meeting meeting(
            String therapy, Meeting.Decision decision, LocalDate on, int dossierVersion, String... overrules) {
        return new Meeting(
                UUID.randomUUID(),
                on,
                "750100208",
                List.of(new Meeting.Member("GENETICIST", "99700218896")),
                true,
                therapy,
                decision,
                "CLINICAL_GROUNDS",
                null,
                List.of(overrules),
                null,
                dossierVersion,
                NOW,
                BASTIA,
                new IdempotencyKey(BASTIA.organisation(), "key", new byte[] {1}));
    }

    /** What the last judgement that the referral keeps holds against a therapy. */
    public static Objections known(Referral referral, String therapy) {
        return new Objections(
                referral.dossierVersion(),
                referral.verdicts().all().stream()
                        .filter(verdict -> verdict.therapy().equals(therapy))
                        .flatMap(verdict -> verdict.obstacles().stream())
                        .toList());
    }

    /** With another outcome, and these criteria missing besides. */
    public static Verdict with(Verdict verdict, Verdict.Outcome outcome, String... missing) {
        return new Verdict(
                verdict.therapy(),
                verdict.packVersion(),
                true,
                true,
                outcome,
                outcome,
                verdict.failing(),
                verdict.deferring(),
                Stream.of(missing).map(id -> new Verdict.Missing(id, null)).toList(),
                List.of(),
                null,
                null,
                null);
    }

    public static Verdict missing(String therapy, LocalDate pendingUntil) {
        return new Verdict(
                therapy,
                1,
                true,
                true,
                Verdict.Outcome.NEEDS_INFO,
                Verdict.Outcome.NEEDS_INFO,
                List.of(),
                List.of(),
                List.of(new Verdict.Missing(therapy + ".5", pendingUntil)),
                List.of(),
                null,
                null,
                null);
    }

    public static Assessment assessment(Verdict... verdicts) {
        return assessment("SUBMITTED", 1, verdicts);
    }

    public static Assessment assessment(String cause, int dossierVersion, Verdict... verdicts) {
        return new Assessment(
                UUID.randomUUID(),
                dossierVersion,
                cause,
                LocalDate.of(2026, 11, 23),
                NOW,
                new Document(new byte[] {0x78, 1}),
                new Verdicts(List.of(verdicts)));
    }

    public static Offer offerTo(String hub) {
        return new Offer(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "ONA-IV",
                new Offer.Hub(hub, "Hub " + hub, "Ville"),
                1,
                3,
                false,
                "OPEN",
                NOW,
                NOW.plusSeconds(3600),
                null,
                null,
                null,
                new Offer.Travel(240, true, new Offer.Origin("DEPARTEMENT", "2B"), List.of()),
                240,
                List.of(),
                List.of(),
                null);
    }

    /** What has come is of no interest: only that something has. */
    public static Amendment amendment() {
        return new Amendment("FACTS_ADDED", "{}", "{}", submission().facts(), List.of());
    }

    /** A referral with a live offer. */
    public static Referral offered(Offer offer) {
        var referral = submitted("ONA-IV");
        referral.assessed(assessment(verdict("ONA-IV", Verdict.Outcome.ELIGIBLE)), RULES, NOW);
        new Placing(referral).offerMade(offer, DIRECTORY, NOW);
        referral.takeChanges();
        referral.takeAccessChanges();
        return referral;
    }
}
