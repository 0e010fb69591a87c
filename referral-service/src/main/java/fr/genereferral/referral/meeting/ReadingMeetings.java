package fr.genereferral.referral.meeting;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.ReferralRecords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Meetings of experts about a child; their words for those who may know who the child is. */
@ApplicationScoped
class ReadingMeetings {
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
                .recoverWithUni(altered -> records.refuse(altered, access));
    }

    /** With the identity its words are gone too; what was decided stays. */
    private Uni<MeetingsRepresentation> opened(UUID id, List<Meeting> meetings) {
        return keys.ifKept(id)
                .map(seal -> MeetingsRepresentation.of(
                        meetings, one -> seal.map(key -> words(one, key)).orElse(null)));
    }

    private static String words(Meeting meeting, IdentitySeal seal) {
        return meeting.comment() == null
                ? null
                : new String(seal.open(Meeting.place(meeting.id()), meeting.comment()), StandardCharsets.UTF_8);
    }
}
