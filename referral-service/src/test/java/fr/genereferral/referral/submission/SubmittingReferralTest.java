package fr.genereferral.referral.submission;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.InMemoryDuplicates;
import fr.genereferral.referral.InMemoryReferrals;
import fr.genereferral.referral.PatientMarks;
import fr.genereferral.referral.ReferralEvent;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.Rights;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SubmittingReferralTest {
    private static final Clock CLOCK = Clock.fixed(ReferralFixtures.NOW, ZoneOffset.UTC);
    private static final byte[] KEY = IdentitySeal.newKey();
    /** Shows what is hashed. */
    private static final RequestHash HASH = content -> content;

    private static final Access BASTIA =
            new Access(ReferralFixtures.BASTIA, Rights.of("2B0000012"), "SUBMIT", "127.0.0.1");

    private final InMemoryReferrals referrals = new InMemoryReferrals();
    private final SubmittingReferral submitting = new SubmittingReferral(
            referrals, new OneKey(), new DuplicateCheck(new InMemoryDuplicates(), HASH), HASH, CLOCK);

    /** Seals under a key that the test knows. */
    private static final class OneKey implements IdentityKeys {
        @Override
        public Uni<IdentitySeal> create(UUID referralId) {
            return of(referralId);
        }

        @Override
        public Uni<IdentitySeal> of(UUID referralId) {
            return Uni.createFrom().item(new IdentitySeal(KEY, referralId));
        }

        @Override
        public Uni<Map<UUID, Optional<IdentitySeal>>> ofAll(Collection<UUID> referralIds) {
            return Uni.createFrom()
                    .item(referralIds.stream()
                            .collect(Collectors.toMap(id -> id, id -> Optional.of(new IdentitySeal(KEY, id)))));
        }

        @Override
        public Uni<Boolean> kept(UUID referralId) {
            return Uni.createFrom().item(true);
        }
    }

    @Test
    void tellsTheOthersOnceHoweverOftenItIsAsked() {
        var first = submit("k1");

        var again = submit("k1");

        assertEquals(first, again);
        assertEquals(
                List.of("ReferralSubmitted.v1"),
                referrals.events().stream().map(ReferralEvent::type).toList());
    }

    @Test
    void startsTheEquityClockNow() {
        submit("k1");

        var event = (ReferralEvent.ReferralSubmitted) referrals.events().get(0);

        assertEquals(ReferralFixtures.NOW, event.submittedAt());
        assertEquals("2B0000012", event.organisation());
    }

    @Test
    void tellsTheOthersNeitherConsentNorClinician() {
        submit("k1");

        var event = (ReferralEvent.ReferralSubmitted) referrals.events().get(0);

        assertFalse(event.dossier().text().contains("\"consent\""));
        assertFalse(event.dossier().text().contains("\"clinician\":"));
    }

    @Test
    void tellsTheOthersNoTextThatIsOnlyShown() {
        var body = Bodies.complete();
        var plain = NewReferral.from(body).clinicalDossier();
        var genetics = (ObjectNode) body.at("/dossier/genetics");
        var variant = genetics.putArray("variants").addObject().put("gene", "HGNC:11117");
        variant.put("hgvs", "NM_000344.4:c.1A>G");
        var kept = NewReferral.from(body).clinicalDossier();

        variant.put("protein", "shown");
        body.at("/dossier/facts").forEach(fact -> ((ObjectNode) fact).put("method", "shown"));
        ((ObjectNode) body.at("/dossier/antibodies/0")).put("assay", "shown").put("laboratory", "shown");

        assertEquals(kept, NewReferral.from(body).clinicalDossier());
        assertTrue(kept.contains("c.1A>G"));
        assertTrue(plain.contains("\"method\":\"mlpa\"") && plain.contains("\"laboratory\""));
    }

    @Test
    void sealsEachFieldOfTheIdentityOnItsOwn() {
        var id = submit("k1");

        var sealed = referrals.sent(id).identity().fields();

        var seal = new IdentitySeal(KEY, id);
        assertArrayEquals("\"EXEMPLE-CANARI\"".getBytes(), seal.open("familyName", sealed.get("familyName")));
        assertFalse(new String(sealed.get("familyName")).contains("CANARI"));
    }

    @Test
    void isSentAwayForAWhileWhenOthersAreAlwaysFaster() {
        referrals.overtake();

        assertEquals(
                "OVERTAKEN", assertThrows(Refused.class, () -> submit("k1")).code());
        assertEquals(List.of(), referrals.events());
    }

    @Test
    void leavesMarksByWhichItsHospitalAloneFindsItAgain() {
        var marks = referrals.sent(submit("k1")).identity().marks();

        assertTrue(marks.containsAll(new PatientMarks("2B0000012", HASH).named("Exemple Canari", "zoe", "2026-07-20")));
        assertTrue(Collections.disjoint(
                marks, new PatientMarks("350007084", HASH).named("EXEMPLE-CANARI", "Zoé", "2026-07-20")));
    }

    private UUID submit(String key) {
        return submitting
                .submit(
                        NewReferral.from(Bodies.complete()),
                        new IdempotencyKey("2B0000012", key, new byte[] {1}),
                        BASTIA)
                .await()
                .indefinitely()
                .referral()
                .id();
    }
}
