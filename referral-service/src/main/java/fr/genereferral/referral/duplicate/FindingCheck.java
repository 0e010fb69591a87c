package fr.genereferral.referral.duplicate;

import static fr.genereferral.referral.web.CodeCatalogue.Kind.MERGE;
import static fr.genereferral.referral.web.CodeCatalogue.Kind.MERGE_UNDOING;

import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says everything at once that is wrong with the body of a decision about two referrals. */
@ApplicationScoped
class FindingCheck {
    private static final String NOT_THE_SAME = "NOT_THE_SAME";

    private final BodySchema merge = BodySchema.of("Merge.v1");
    private final BodySchema undoing = BodySchema.of("MergeUndoing.v1");
    private final CodeCatalogue codes;

    FindingCheck(CodeCatalogue codes) {
        this.codes = codes;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    Finding finding(byte[] body) {
        var read = merge.read(body);
        var reason = read.path("reason").textValue();
        Refused.ifAny(codes.violations(MERGE, reason, "/reason"));
        var notTwins = read.path("notTwins").asBoolean();
        return new Finding(UUID.fromString(read.path("other").textValue()), reason, notTwins);
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    String undoing(byte[] body) {
        var reason = undoing.read(body).path("reason").textValue();
        Refused.ifAny(codes.violations(MERGE_UNDOING, reason, "/reason"));
        return reason;
    }

    /**
     * The one decision that it takes has a name.
     *
     * @return of which pair; empty where it is of all that the referral is held for
     * @throws Refused MALFORMED, or INVALID with every violation
     */
    Optional<UUID> ruledOut(byte[] body) {
        var violations = new ArrayList<Violation>();
        var parsed = StrictJson.object(body, List.of("decision", "other"), violations);
        if (!NOT_THE_SAME.equals(parsed.path("decision").textValue())) {
            var code = parsed.has("decision") ? "VALUE_NOT_ALLOWED" : "FIELD_MISSING";
            violations.add(new Violation("/decision", code, NOT_THE_SAME));
        }
        var other = parsed.path("other").asText("");
        if (parsed.has("other") && !isId(other)) {
            violations.add(new Violation("/other", "WRONG_FORMAT", null));
        }
        Refused.ifAny(violations);
        return parsed.has("other") ? Optional.of(UUID.fromString(other)) : Optional.empty();
    }

    /** Java's own reading fills up what is too short. */
    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
