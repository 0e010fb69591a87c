package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.Accreditation.EndReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownAccreditationTest {
    private static final EntryChange.Hand HAND = new EntryChange.Hand("test", NOW);

    @Test
    void endsAsTheLastOfTwoWordsOfOneInstantSays() {
        var accreditation = accreditation("LUX", TODAY.minusYears(1));
        var first = accreditation.end(new Accreditation.End(TODAY.plusMonths(1), EndReason.STAFF), HAND);
        var second = accreditation.end(new Accreditation.End(TODAY, EndReason.STAFF), HAND);

        assertEquals(TODAY, accreditation.with(List.of(first, second)).endsOn());
        assertEquals(TODAY, accreditation.with(List.of(second, first)).endsOn());
    }

    @Test
    void keepsItsTrainedTeamWhenItIsCorrected() {
        var wrong = accreditation("LUX", TODAY);
        var corrected = accreditation("LUX", TODAY);
        var later = accreditation("LUX", TODAY.plusDays(1));
        var attested = new TeamEvidence.Attested(TODAY.minusYears(1), null, "attestation");
        var team = new TeamEvidence(UUID.randomUUID(), wrong.id(), attested, HAND);

        var known =
                KnownAccreditation.of(List.of(wrong, corrected, later), Map.of(), Map.of(wrong.id(), List.of(team)));

        assertEquals(
                List.of(List.of(team), List.of(team), List.of()),
                known.stream().map(KnownAccreditation::teams).toList());
    }

    private static Accreditation accreditation(String therapy, LocalDate from) {
        var grant = new Accreditation.Grant(therapy, Band.open(), from, false, "list");
        return new Accreditation(UUID.randomUUID(), grant, "test", NOW);
    }
}
