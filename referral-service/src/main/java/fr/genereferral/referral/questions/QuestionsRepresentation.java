package fr.genereferral.referral.questions;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.Reminder;
import fr.genereferral.referral.web.ProblemCatalogue.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is asked of the hospital.
 *
 * @param items what the last judgement hangs on; empty while an answer is being judged
 * @param asked what people have asked, oldest first, answered or not
 * @param reminders what the hospital was reminded of, oldest first; empty for a hub
 */
@Schema(name = "Questions")
record QuestionsRepresentation(
        String state, List<Question> items, List<ThreadRepresentation> asked, List<Reminded> reminders) {

    /**
     * The hospital was told once more that something waits for it.
     *
     * @param question which one; absent where it is about facts or a deferral
     * @param dueAt until when the hospital is asked to answer; of a deferral, when it ends
     * @param mail what has become of the letter
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Reminded")
    record Reminded(String kind, UUID question, Instant dueAt, Instant toldAt, String mail) {
        static Reminded of(Reminder told) {
            return new Reminded(
                    told.kind().name(),
                    told.question(),
                    told.dueAt(),
                    told.toldAt(),
                    told.mail().name());
        }
    }

    /**
     * One thing that is asked for.
     *
     * @param kind what it is: as the kinds of facts, {@code patient}, or {@code dossier} for what a hub misses
     * @param why why what is stated decides nothing
     * @param decisive whether it could decide alone
     * @param suppliedBy who usually supplies it
     * @param expectedDate when it is expected, if it has been asked for already
     * @param until the day on which an age bound ends the eligibility: an answer after it comes too late
     * @param dueAt until when the hospital is asked to send it; absent where the referral does not wait for it, or no limit is known
     * @param answeredBy the action that answers it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Question")
    record Question(
            String kind,
            String code,
            Text label,
            String why,
            Boolean decisive,
            String suppliedBy,
            LocalDate expectedDate,
            LocalDate until,
            Instant dueAt,
            List<Asker> askedBy,
            String answeredBy) {}

    /** Who asks: the rules of a therapy, by a criterion, or a hub. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Asker")
    record Asker(String by, String therapy, String criterion, String hub) {}
}
