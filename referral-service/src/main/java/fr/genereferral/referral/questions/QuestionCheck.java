package fr.genereferral.referral.questions;

import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.dossier.FactCheck;
import fr.genereferral.referral.web.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Says everything at once that is wrong with what is asked or answered, before anybody looks at whom it is about. */
@ApplicationScoped
class QuestionCheck {
    private final BodySchema question = BodySchema.of("NewQuestion.v1");
    private final BodySchema message = BodySchema.of("QuestionMessage.v1");
    private final BodySchema answer = BodySchema.of("QuestionAnswer.v1");
    private final FactCheck facts;

    QuestionCheck(FactCheck facts) {
        this.facts = facts;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    NewQuestion question(byte[] body) {
        var asked = StrictJson.convert(question.read(body), NewQuestion.class);
        if (asked.fact() != null) {
            Refused.ifAny(facts.violations(asked.fact(), "/fact"));
        } else {
            demandText(asked.text());
        }
        return asked;
    }

    Words message(byte[] body) {
        return StrictJson.convert(message.read(body), Words.class);
    }

    Words answer(byte[] body) {
        var read = answer.read(body);
        if (read.has("dossierVersion") && !read.path("dossierVersion").canConvertToInt()) {
            throw Refused.invalid(List.of(new Violation("/dossierVersion", "VALUE_OUT_OF_BOUNDS", null)));
        }
        var said = StrictJson.convert(read, Words.class);
        if (said.dossierVersion() == null) {
            demandText(said.text());
        }
        return said;
    }

    /** Who takes a question back says nothing. */
    void nothing(byte[] body) {
        var found = new ArrayList<Violation>();
        StrictJson.object(body, List.of(), found);
        Refused.ifAny(found);
    }

    private static void demandText(String text) {
        if (text == null) {
            throw Refused.invalid(List.of(new Violation("/text", "FIELD_MISSING", null)));
        }
    }
}
