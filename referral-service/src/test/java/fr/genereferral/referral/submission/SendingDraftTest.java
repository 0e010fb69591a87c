package fr.genereferral.referral.submission;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.InMemoryDrafts;
import fr.genereferral.referral.InMemoryDuplicates;
import fr.genereferral.referral.InMemoryReferrals;
import fr.genereferral.referral.PatientMarks;
import fr.genereferral.referral.ReferralEvent;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.RequestHash;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.dossier.FactCheck;
import fr.genereferral.referral.dossier.IdentityCheck;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SendingDraftTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(ReferralFixtures.NOW, ZoneOffset.UTC);
    private static final byte[] KEY = IdentitySeal.newKey();
    /** Shows what is hashed. */
    private static final RequestHash HASH = content -> content;

    private static final Access BASTIA =
            new Access(ReferralFixtures.BASTIA, Rights.of("2B0000012"), "SUBMIT", "127.0.0.1");

    private final InMemoryReferrals referrals = new InMemoryReferrals();
    private final InMemoryDrafts drafts = new InMemoryDrafts(referrals);
    private final DraftCheck check = new DraftCheck(new NewReferralCheck(
            new FactCheck(JSON, CLOCK), new TherapyCheck(JSON), new DossierCheck(CLOCK), new IdentityCheck()));
    private final KeepingDraft keeping = new KeepingDraft(referrals, drafts, CLOCK);
    private final OpeningDraft opening = new OpeningDraft(referrals, drafts);
    private final SendingDraft sending = new SendingDraft(
            opening,
            check,
            new DuplicateCheck(new InMemoryDuplicates(), HASH),
            new OneKey(),
            drafts,
            referrals,
            HASH,
            CLOCK);

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
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> kept(UUID referralId) {
            return Uni.createFrom().item(true);
        }
    }

    @Test
    void tellsTheOthersNothingUntilItIsSent() {
        var id = begun(Bodies.complete());
        replace(id, 1, Bodies.complete());
        assertEquals(List.of(), referrals.events());

        send(id, "s1");

        assertEquals(
                List.of("ReferralSubmitted.v1"),
                referrals.events().stream().map(ReferralEvent::type).toList());
        assertEquals(1, referrals.events().get(0).sequence());
    }

    @Test
    void keepsAndSendsOnceForEachKey() {
        var id = begun(Bodies.complete());
        assertEquals(id, begun(Bodies.complete()));

        assertEquals(id, send(id, "s1"));
        assertEquals(id, send(id, "s1"));

        assertEquals(1, referrals.events().size());
        assertEquals("MOVE_NOT_ALLOWED", refused(() -> send(id, "s2")).code());
        assertEquals(
                "MOVE_NOT_ALLOWED",
                refused(() -> replace(id, null, Bodies.complete())).code());
    }

    @Test
    void refusesWithAllThatIsMissingAndStaysADraft() {
        var body = Bodies.complete();
        ((ObjectNode) body.get("dossier")).remove(List.of("birthDate", "consent"));
        var id = begun(body);

        var refused = refused(() -> send(id, "s1"));

        assertEquals("INVALID", refused.code());
        assertEquals(
                List.of("/dossier/birthDate", "/dossier/consent/geneticTest", "/dossier/consent/sharing"),
                refused.violations().stream().map(Refused.Violation::pointer).toList());
        assertEquals(
                ReferralStatus.DRAFT,
                referrals.read(id, BASTIA).await().indefinitely().referral().state());

        replace(id, 1, Bodies.complete());
        assertEquals(id, send(id, "s1"));
    }

    @Test
    void letsNoOldVersionWipeOutANewerOne() {
        var id = begun(Bodies.complete());
        replace(id, 1, Bodies.complete());

        assertEquals("STALE", refused(() -> replace(id, 1, Bodies.complete())).code());

        replace(id, null, Bodies.complete());
        assertEquals(
                3, drafts.of(id, BASTIA).await().indefinitely().orElseThrow().version());
    }

    @Test
    void sealsTheIdentityFieldByFieldOnlyWhenItIsSent() {
        var id = begun(Bodies.complete());

        send(id, "s1");

        var sealed = referrals.sent(id).identity().fields();
        assertArrayEquals(
                "\"EXEMPLE-CANARI\"".getBytes(),
                new IdentitySeal(KEY, id).open("familyName", sealed.get("familyName")));
        assertTrue(drafts.of(id, BASTIA).await().indefinitely().isEmpty());
    }

    @Test
    void answersWithWhatItHasSavedItself() {
        var id = begun(Bodies.complete());

        var kept = keeping.replace(id, 1, check.checked(JSON.createObjectNode()), BASTIA)
                .await()
                .indefinitely();

        var draft = kept.draft().orElseThrow();
        assertEquals(2, draft.version());
        assertEquals("{}", draft.content());
        assertEquals(draft.savedAt(), kept.stored().referral().updatedAt());
    }

    @Test
    void isSentAwayForAWhileWhenOthersAreAlwaysFaster() {
        var id = begun(Bodies.complete());
        drafts.overtake();

        assertEquals("OVERTAKEN", refused(() -> send(id, "s1")).code());
        assertEquals(
                "OVERTAKEN",
                refused(() -> opening.open(id, BASTIA).await().indefinitely()).code());
        assertEquals(List.of(), referrals.events());
    }

    @Test
    void leavesTheMarksOfOneThatIsSentAsAWhole() {
        var id = begun(Bodies.complete());

        send(id, "s1");

        var person = NewReferral.from(Bodies.complete()).stated().person();
        assertEquals(
                new PatientMarks("2B0000012", HASH).of(person),
                referrals.sent(id).identity().marks());
    }

    private UUID begun(ObjectNode body) {
        return keeping.begin(check.checked(body), new IdempotencyKey("2B0000012", "d1", new byte[] {1}), BASTIA)
                .await()
                .indefinitely()
                .stored()
                .referral()
                .id();
    }

    private void replace(UUID id, Integer version, ObjectNode body) {
        keeping.replace(id, version, check.checked(body), BASTIA).await().indefinitely();
    }

    private UUID send(UUID id, String key) {
        return sending.send(id, new IdempotencyKey("2B0000012", key, new byte[] {1}), BASTIA)
                .await()
                .indefinitely()
                .referral()
                .id();
    }

    private static Refused refused(Executable work) {
        return assertThrows(Refused.class, work);
    }
}
