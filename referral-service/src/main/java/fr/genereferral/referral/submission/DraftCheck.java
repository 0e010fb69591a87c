package fr.genereferral.referral.submission;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What may be kept of a referral that is still being written, and what keeps it from being sent. */
@ApplicationScoped
class DraftCheck {
    private final NewReferralCheck check;

    DraftCheck(NewReferralCheck check) {
        this.check = check;
    }

    /** @throws Refused INVALID with all that has not the right form; whether it makes sense is asked when it is sent */
    DraftBody checked(JsonNode body) {
        Refused.ifAny(check.malformed(body));
        return DraftBody.from(body);
    }

    List<Violation> obstacles(DraftBody draft) {
        return check.obstacles(draft.whole());
    }

    /** @throws Refused INVALID with all that is missing or wrong */
    NewReferral complete(DraftBody draft) {
        Refused.ifAny(obstacles(draft));
        return NewReferral.from(draft.whole());
    }
}
