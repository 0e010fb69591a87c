package fr.genereferral.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A meeting of experts about a child (RCP), as it was recorded: a record of its own beside what the rules have judged.
 * Never changed.
 *
 * @param organiser FINESS ET of the site that held it
 * @param quorum whether enough of those who must decide were there
 * @param reason coded reason
 * @param comment the reason in words, sealed under the referral's key; null where none was given
 * @param overrules criteria that the meeting judges otherwise than the rules
 * @param judgement what the rules had said when it was recorded; null where they had not judged yet
 * @param dossierVersion the facts as they were known
 */
public record Meeting(
        UUID id,
        LocalDate heldOn,
        String organiser,
        List<Member> members,
        boolean quorum,
        String therapy,
        Decision decision,
        String reason,
        byte[] comment,
        List<String> overrules,
        Judgement judgement,
        int dossierVersion,
        Instant at,
        Actor by,
        IdempotencyKey request) {

    /** What was decided about one therapy. */
    public enum Decision {
        GO,
        NO_GO,
        POSTPONED
    }

    /** Who sat: a clinician's function and RPPS number. */
    public record Member(String function, String rpps) {}

    /** The assessment that lay on the table, and what it said of the therapy. */
    public record Judgement(UUID assessment, String outcome) {}

    public Meeting {
        members = List.copyOf(members);
        comment = comment == null ? null : comment.clone();
        overrules = List.copyOf(overrules);
    }

    /** Where the words of this meeting belong: sealed for another one they do not open. */
    public static String place(UUID meeting) {
        return "meeting/" + meeting;
    }

    /** As whoever may not know who the child is reads it: words may name a person. */
    public Meeting withoutWords() {
        return new Meeting(
                id,
                heldOn,
                organiser,
                members,
                quorum,
                therapy,
                decision,
                reason,
                null,
                overrules,
                judgement,
                dossierVersion,
                at,
                by,
                request);
    }

    @Override
    public String toString() {
        return "Meeting[" + id + "]";
    }
}
