package fr.genereferral.referral.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every meeting of experts about a child, oldest first. */
@Schema(name = "Meetings")
record MeetingsRepresentation(List<Item> items) {

    /**
     * @param assessment the one that lay on the table; absent where the rules had not judged
     * @param judged what it says of the therapy
     * @param comment for hospitals and hubs; absent where none was given, or the identity is erased
     * @param organisation for whom the one works who recorded it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Meeting")
    record Item(
            UUID id,
            LocalDate heldOn,
            String organiser,
            List<Meeting.Member> members,
            boolean quorum,
            String therapy,
            Meeting.Decision decision,
            String reason,
            String comment,
            List<String> overrules,
            UUID assessment,
            String judged,
            int dossierVersion,
            Instant recordedAt,
            String organisation) {}

    static MeetingsRepresentation of(List<Meeting> meetings, Function<Meeting, String> words) {
        return new MeetingsRepresentation(meetings.stream()
                .map(meeting -> item(meeting, words.apply(meeting)))
                .toList());
    }

    private static Item item(Meeting meeting, String words) {
        var judgement = meeting.judgement();
        return new Item(
                meeting.id(),
                meeting.heldOn(),
                meeting.organiser(),
                meeting.members(),
                meeting.quorum(),
                meeting.therapy(),
                meeting.decision(),
                meeting.reason(),
                words,
                meeting.overrules(),
                judgement == null ? null : judgement.assessment(),
                judgement == null ? null : judgement.outcome(),
                meeting.dossierVersion(),
                meeting.at(),
                meeting.by().organisation());
    }
}
