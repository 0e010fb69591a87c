package fr.genereferral.referral.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.genereferral.referral.ReferralRecords.TimelineEntry;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Rights;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineRepresentationTest {
    private static final TimelineEntry FULL =
            entry("OFFER_DECLINED", ReferralStatus.ROUTING, "NO_CAPACITY", "CHU de Nantes");

    @Test
    void saysInOneLineWhoIsFullAndWhoIsAskedInstead() {
        var asked = entry("OFFER_MADE", ReferralStatus.OFFERED, null, "Necker");

        assertEquals("CHU de Nantes a décliné (pas de place) : Necker sollicité.", first("fr", FULL, asked));
        assertEquals("CHU de Nantes has declined (no capacity): Necker asked.", first("en", FULL, asked));
    }

    @Test
    void namesNobodyWhereNobodyIsAskedAtOnce() {
        var nobody = entry("NO_HUB_FOUND", ReferralStatus.ESCALATED, null, null);
        var line = "CHU de Nantes a décliné (pas de place) : centre suivant.";

        assertEquals(line, first("fr", FULL, nobody));
        assertEquals(line, first("fr", FULL));
    }

    @Test
    void saysInTheLineOfTheYesThatAnAppointmentOrConditionsGoWithIt() {
        var day = accepted("FIRST_APPOINTMENT");
        var conditions = accepted("CONDITIONS");
        var both = accepted("FIRST_APPOINTMENT_AND_CONDITIONS");

        assertEquals("CHU de Nantes a accepté l’enfant et fixé un premier rendez-vous.", first("fr", day));
        assertEquals("CHU de Nantes has accepted the child and named a first appointment.", first("en", day));
        assertEquals("CHU de Nantes a accepté l’enfant, sous conditions.", first("fr", conditions));
        assertEquals("CHU de Nantes has accepted the child, on conditions.", first("en", conditions));
        assertEquals(
                "CHU de Nantes a accepté l’enfant, sous conditions, et fixé un premier rendez-vous.",
                first("fr", both));
        assertEquals(
                "CHU de Nantes has accepted the child, on conditions, and named a first appointment.",
                first("en", both));
        assertEquals("CHU de Nantes a accepté l’enfant.", first("fr", accepted(null)));
    }

    private static TimelineEntry accepted(String with) {
        return entry("OFFER_ACCEPTED", ReferralStatus.ACCEPTED, with, "CHU de Nantes");
    }

    @Test
    void namesToAHubTheQuestionsThatItHasAskedItselfAlone() {
        var sent = by("SUBMITTED", "rennes", null);
        var entries = List.of(
                sent,
                by("QUESTION_ASKED", "necker", "necker"),
                by("QUESTION_OF_COORDINATOR", "nantes", null),
                by("QUESTION_ASKED", "nantes", "nantes"),
                by("QUESTION_ANSWERED", "rennes", "nantes"),
                by("QUESTION_ANSWERED", "rennes", null));

        assertEquals(List.of("SUBMITTED", "QUESTION_ASKED", "QUESTION_ANSWERED"), whats(entries, Rights.of("nantes")));
        assertEquals(List.of("SUBMITTED"), whats(entries, Rights.of("nancy")));
        assertEquals(6, whats(entries, Rights.of("rennes")).size());
        assertEquals(6, whats(entries, Rights.national()).size());
    }

    @Test
    void saysToAHubThatAnIdentityWasCorrectedAndNotWhy() {
        var corrected = new TimelineEntry(
                2,
                Instant.EPOCH,
                "IDENTITY_CORRECTED",
                ReferralStatus.OFFERED,
                "a",
                "rennes",
                "role",
                "TYPING_ERROR",
                null,
                null);
        var entries = List.of(by("SUBMITTED", "rennes", null), corrected);

        for (var reader : List.of(Rights.of("rennes"), Rights.national())) {
            var told =
                    TimelineRepresentation.from(entries, reader, "en").items().get(1);
            assertEquals("Identity corrected (typing error).", told.text());
        }
        var told = TimelineRepresentation.from(entries, Rights.of("necker"), "fr")
                .items()
                .get(1);
        assertEquals("Identité du patient corrigée.", told.text());
        assertNull(told.reason());
    }

    @Test
    void saysToTheCoordinatorAloneThatACorrectedOneIsHeld() {
        var held = new TimelineEntry(
                2,
                Instant.EPOCH,
                "IDENTITY_CORRECTED",
                ReferralStatus.DUPLICATE_REVIEW,
                "a",
                "rennes",
                "role",
                "OTHER",
                null,
                null);
        var entries = List.of(by("SUBMITTED", "rennes", null), held);

        assertEquals(
                "Identité corrigée (autre motif) ; un double est possible, la coordination vérifie.",
                TimelineRepresentation.from(entries, Rights.national(), "fr")
                        .items()
                        .get(1)
                        .text());
        assertEquals(
                "Identité corrigée (autre motif).",
                TimelineRepresentation.from(entries, Rights.of("rennes"), "fr")
                        .items()
                        .get(1)
                        .text());
    }

    private static List<String> whats(List<TimelineEntry> entries, Rights rights) {
        return TimelineRepresentation.from(entries, rights, "fr").items().stream()
                .map(TimelineRepresentation.Entry::what)
                .toList();
    }

    private static TimelineEntry by(String what, String organisation, String hub) {
        return new TimelineEntry(
                1, Instant.EPOCH, what, ReferralStatus.OFFERED, "a", organisation, "role", null, hub, hub);
    }

    private static String first(String language, TimelineEntry... entries) {
        return TimelineRepresentation.from(List.of(entries), Rights.national(), language)
                .items()
                .get(0)
                .text();
    }

    private static TimelineEntry entry(String what, ReferralStatus state, String reason, String hub) {
        return new TimelineEntry(1, Instant.EPOCH, what, state, "hub", null, "hub", reason, hub, hub);
    }
}
