package fr.genereferral.referral.meeting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.CaseFile;
import fr.genereferral.referral.Deciding;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.Objections;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.StoredReferral;
import fr.genereferral.referral.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Keeps what a meeting of experts has decided, once for each key, and lets what follows begin. */
@ApplicationScoped
class RecordingMeeting {
    private static final byte[] NOTHING = new byte[0];

    private final Referrals referrals;
    private final IdentityKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    RecordingMeeting(Referrals referrals, IdentityKeys keys, ObjectMapper json, Clock clock) {
        this.referrals = referrals;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    Uni<StoredReferral> record(UUID id, NewMeeting said, IdempotencyKey request, Access access) {
        var meeting = UuidCreator.getTimeOrderedEpoch();
        return sealed(id, meeting, said, access).chain(comment -> {
            var entry = new Entry(meeting, said, comment.length == 0 ? null : comment, request, access);
            return referrals.decide(id, access, (referral, kept) -> enter(referral, kept, entry));
        });
    }

    private record Entry(UUID id, NewMeeting said, byte[] comment, IdempotencyKey request, Access access) {}

    /** Only for a referral that the caller may see: whether there is a key says whether there is a patient. */
    private Uni<byte[]> sealed(UUID id, UUID meeting, NewMeeting said, Access access) {
        if (said.comment() == null) {
            return Uni.createFrom().item(NOTHING);
        }
        return referrals
                .find(id, access)
                .chain(() -> keys.of(id))
                .map(seal -> seal.seal(Meeting.place(meeting), said.comment().getBytes(StandardCharsets.UTF_8)));
    }

    private void enter(Referral referral, CaseFile kept, Entry entry) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var by = entry.access().by();
        if (kept.has(entry.request(), now)) {
            return;
        }
        var deciding = new Deciding(referral);
        deciding.demandPossible(by, by.role().equals(Roles.COORDINATOR));
        var said = entry.said();
        demandTherapy(deciding.therapies(), said.therapy());
        var judged = Judged.of(kept.assessment(), said.therapy(), json);
        Refused.ifAny(new OverruleCheck(said, judged).violations());
        var judgement = judged.map(Judged::judgement).orElse(null);
        var meeting = said.recorded(
                entry.id(), entry.comment(), judgement, referral.dossierVersion(), now, by, entry.request());
        deciding.decided(meeting, judged.map(Judged::objections).orElseGet(Objections::none), by, now);
    }

    private static void demandTherapy(List<String> possible, String therapy) {
        if (!possible.contains(therapy)) {
            throw Refused.invalid(List.of(new Violation("/therapy", "VALUE_NOT_ALLOWED", String.join(", ", possible))));
        }
    }
}
