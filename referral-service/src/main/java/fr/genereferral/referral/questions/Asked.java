package fr.genereferral.referral.questions;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.questions.QuestionsRepresentation.Asker;
import fr.genereferral.referral.questions.QuestionsRepresentation.Question;
import fr.genereferral.referral.web.ProblemCatalogue.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A missing fact and everybody who asks for it. */
final class Asked {
    private final JsonNode fact;
    private final List<Asker> askers = new ArrayList<>();
    private LocalDate until;

    /** @param fact as the explained assessment names it */
    Asked(JsonNode fact) {
        this.fact = fact;
    }

    /** @param day the last day of the therapy's eligibility; null when none is known */
    void by(Asker asker, String day) {
        askers.add(asker);
        if (day != null && (until == null || LocalDate.parse(day).isBefore(until))) {
            until = LocalDate.parse(day);
        }
    }

    /**
     * @param said everything that was said of the patient's facts
     * @param dueAt until when the hospital is asked to send it; null where the referral does not wait for it
     */
    Question question(FactHistory said, Instant dueAt) {
        var why = fact.path("why").textValue();
        return new Question(
                fact.path("kind").textValue(),
                fact.path("code").textValue(),
                label(),
                why,
                fact.path("decisive").asBoolean(),
                fact.path("suppliedBy").textValue(),
                date("expectedDate"),
                until,
                dueAt,
                List.copyOf(askers),
                "conflicting".equals(why) && isToBeSettled(said) ? "SETTLE_FACT" : "ADD_FACTS");
    }

    private boolean isToBeSettled(FactHistory said) {
        return said.isToBeSettled(
                fact.path("kind").textValue(), fact.path("code").textValue());
    }

    private Text label() {
        var label = fact.path("label");
        return new Text(label.path("fr").textValue(), label.path("en").textValue());
    }

    private LocalDate date(String field) {
        var text = fact.path(field).textValue();
        return text == null ? null : LocalDate.parse(text);
    }
}
