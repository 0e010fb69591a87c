package fr.genereferral.referral.questions;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.web.ProblemCatalogue.Text;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is asked of the hospital.
 *
 * @param items what the last judgement hangs on; empty while an answer is being judged
 * @param asked what people have asked, oldest first, answered or not
 */
@Schema(name = "Questions")
record QuestionsRepresentation(String state, List<Question> items, List<ThreadRepresentation> asked) {

    /**
     * One thing that is asked for.
     *
     * @param kind what it is: as the kinds of facts, {@code patient}, or {@code dossier} for what a hub misses
     * @param why why what is stated decides nothing
     * @param decisive whether it could decide alone
     * @param suppliedBy who usually supplies it
     * @param expectedDate when it is expected, if it has been asked for already
     * @param until the day on which an age bound ends the eligibility: an answer after it comes too late
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
            List<Asker> askedBy,
            String answeredBy) {}

    /** Who asks: the rules of a therapy, by a criterion, or a hub. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Asker")
    record Asker(String by, String therapy, String criterion, String hub) {}
}
