package fr.genereferral.referral.meeting;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Meetings of experts about a child; their words for those who may know who the child is. */
@ApplicationScoped
class ReadingMeetings {
    private static final Logger LOG = Logger.getLogger(ReadingMeetings.class);

    private final ReferralRecords records;
    private final IdentityKeys keys;

    ReadingMeetings(ReferralRecords records, IdentityKeys keys) {
        this.records = records;
        this.keys = keys;
    }

    /** @param mayReadWords they are free text, and may name the child */
    Uni<MeetingsRepresentation> read(UUID id, boolean mayReadWords, Access access) {
        return records.meetings(id, access)
                .chain(meetings -> mayReadWords && meetings.stream().anyMatch(one -> one.comment() != null)
                        ? opened(id, meetings)
                        : Uni.createFrom().item(MeetingsRepresentation.of(meetings, meeting -> null)))
                .onFailure(IdentityAltered.class)
                .recoverWithUni(altered -> refuse(altered, access));
    }

    /** With the identity its words are gone too; what was decided stays. */
    private Uni<MeetingsRepresentation> opened(UUID id, List<Meeting> meetings) {
        return keys.kept(id)
                .chain(kept -> kept
                        ? keys.of(id).map(seal -> MeetingsRepresentation.of(meetings, one -> words(one, seal)))
                        : Uni.createFrom().item(MeetingsRepresentation.of(meetings, one -> null)));
    }

    private static String words(Meeting meeting, IdentitySeal seal) {
        return meeting.comment() == null
                ? null
                : new String(seal.open(Meeting.place(meeting.id()), meeting.comment()), StandardCharsets.UTF_8);
    }

    private Uni<MeetingsRepresentation> refuse(IdentityAltered altered, Access access) {
        LOG.errorf(
                "Comment altered: referralId=%s field=%s; it does not open where it stands",
                altered.referralId(), altered.field());
        return records.note(altered.referralId(), access.doing("IDENTITY_ALTERED"))
                .chain(() -> Uni.createFrom().failure(Refused.because("IDENTITY_ALTERED")));
    }
}
